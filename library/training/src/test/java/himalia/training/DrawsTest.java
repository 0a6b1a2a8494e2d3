package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Trainer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class DrawsTest {
    private static Table rows() {
        var x = DoubleColumn.create("x", IntStream.range(0, 60).asDoubleStream().toArray());
        x.setMissing(3);
        return Table.create(
                x, IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 2).toArray()));
    }

    /** scikit-learn's meta-estimators leave missing cells to the estimator, which takes them or not. */
    @Test
    void itIsTheMemberThatTakesNoMissingCellsAndSaysWhoDoes() {
        for (Trainer whole :
                List.of(
                        new Bagging(new GaussianNB(), 3, 42),
                        new BalancedBagging(new GaussianNB(), 3, 42))) {
            assertThatThrownBy(() -> whole.fit(rows(), "y"))
                    .hasMessage(
                            "column 'x' has 1 missing value, and GaussianNB takes none; put a SimpleImputer before it in a Pipeline, drop their rows, or use GradientBoosting, which takes them");
        }
        assertThatThrownBy(() -> new Bagging(new Ridge(), 3, 42).fit(rows(), "y"))
                .hasMessage(
                        "column 'x' has 1 missing value, and Ridge takes none; put a SimpleImputer before it in a Pipeline, drop their rows, or use GradientBoostingRegressor, which takes them");
        try (var model = new Bagging(new GradientBoosting(2, 42), 3, 42).fit(rows(), "y")) {
            assertThat(model.classes()).containsExactly("0", "1");
        }
    }
}
