package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.evaluation.explanation.TreeView;
import himalia.table.Tables;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TreeTextTest {
    /** XGBoost's own dump says visits<4, and a row of 4 goes to the right. */
    @Test
    void aCutOfXgboostIsTrueForTheNumberThatIsWritten() {
        var rows =
                IntStream.range(0, 80)
                        .mapToObj(i -> List.<Object>of(i % 8, i % 8 < 4 ? 1.0 : 3.0))
                        .toList();
        var table = Tables.of(rows, "visits", "y");
        var view = TreeView.of(new GradientBoostingRegressor(1, 1, 1.0, 1.0, 42).fit(table, "y"));
        assertThat(view.text()).contains("|--- visits <  4.00\n", "|--- visits >= 4.00\n");
        assertThat(view.text(10, 0)).contains("|--- visits <  4\n");
        assertThat(view.chart().toString()).isNotBlank();
        var about =
                Tables.of(
                        List.of(List.of(-1.0, 1.0), List.of(0.0, 3.0), List.of(0.0, 3.0)),
                        "x",
                        "y");
        assertThat(
                        TreeView.of(
                                        new GradientBoostingRegressor(1, 1, 1.0, 1.0, 42)
                                                .fit(about, "y"))
                                .text())
                .doesNotContain("-0.00:", "< -0.00", "<  -0.00");
        // Half-way between two rows there is nothing to write otherwise.
        assertThat(TreeView.of(new DecisionTreeRegressor(1).fit(table, "y")).text())
                .contains("|--- visits <= 3.50\n", "|--- visits >  3.50\n");
    }
}
