package himalia.evaluation;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import himalia.model.Labels;
import himalia.table.RowFingerprints;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class SplitTest {
    static Stream<JsonElement> sizes() {
        return elements(json("folds").getAsJsonArray("cases"))
                .filter(c -> c.getAsJsonObject().has("test_class_counts"));
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void eachClassKeepsItsShare(JsonElement element) {
        var expected = element.getAsJsonObject();
        var table = table(expected.get("data").getAsString());

        var split = Split.stratified(table, "y", expected.get("test_size").getAsDouble(), 42);

        assertThat(split.train().rowCount()).isEqualTo(expected.get("n_train").getAsInt());
        assertThat(split.test().rowCount()).isEqualTo(expected.get("n_test").getAsInt());
        var labels = Labels.toLearn(split.test(), "y");
        for (int k = 0; k < labels.classes().size(); k++) {
            assertThat(labels.counts()[k])
                    .isEqualTo(
                            expected.getAsJsonObject("test_class_counts")
                                    .get(labels.classes().get(k))
                                    .getAsInt());
        }
    }

    @Test
    void theSameSeedDrawsTheSameRowsAndAnotherSeedOthers() {
        var table = numbered();

        var first = rows(Split.stratified(table, "y", 0.25, 42).test());

        assertThat(rows(Split.stratified(table, "y", 0.25, 42).test())).isEqualTo(first);
        assertThat(rows(Split.stratified(table, "y", 0.25, 43).test())).isNotEqualTo(first);
    }

    @Test
    void everyRowIsInOnePart() {
        var split = Split.stratified(numbered(), "y", 0.3, 1);

        assertThat(rows(split.train().copy().append(split.test())))
                .hasSize(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void slipsAreToldWithTheirValue() {
        assertThatThrownBy(() -> Split.stratified(numbered(), "y", 1.5, 42))
                .hasMessage("the share of test rows must be between 0 and 1, got 1.5");
        assertThatThrownBy(() -> Split.stratified(numbered(), "Yy", 0.2, 42))
                .hasMessage("no column 'Yy'; did you mean 'y'? There are: row, y");
        var lonely =
                Table.create(DoubleColumn.create("a", 1, 2, 3), IntColumn.create("y", 0, 0, 7));
        assertThatThrownBy(() -> Split.stratified(lonely, "y", 0.5, 42))
                .hasMessage(
                        "class '7' of 'y' has 1 row only, and each part needs one; drop it, or add rows of its class");
    }

    private static Table numbered() {
        var row = IntColumn.create("row");
        var y = IntColumn.create("y");
        for (int i = 0; i < 100; i++) {
            row.append(i);
            y.append(i % 10 == 0 ? 1 : 0);
        }
        return Table.create(row, y);
    }

    private static java.util.List<Integer> rows(Table table) {
        return table.intColumn("row").asList();
    }

    @Test
    void rowsMayBeCutByChanceAlone() {
        var table = table("diabetes");

        var split = Split.random(table, 0.25, 42);

        assertThat(split.test().rowCount()).isEqualTo(111);
        assertThat(split.train().rowCount()).isEqualTo(442 - 111);
        assertThat(RowFingerprints.of(split.train()).countIn(split.test())).isZero();
        assertThat(Split.random(table, 0.25, 42).test().print()).isEqualTo(split.test().print());
        assertThatThrownBy(() -> Split.stratified(numbered(), "y", 0.01, 42))
                .hasMessage(
                        "a test share of 0.01 cuts 100 rows into 99 and 1, and 'y' has 2 classes, of each of which both parts need a row; take another share, or more rows");
        assertThatThrownBy(() -> Split.random(table, 1, 42))
                .hasMessage("the share of test rows must be between 0 and 1, got 1.0");
        assertThatThrownBy(() -> Split.random(table.first(1), 0.5, 42))
                .hasMessage("a test share of 0.5 leaves none of 1 rows to learn from");
    }
}
