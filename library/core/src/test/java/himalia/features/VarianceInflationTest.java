package himalia.features;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Against reference/preprocessing.json, and where a line tells all. */
class VarianceInflationTest {
    @Test
    void factorsAreTheReferences() {
        var expected = doubles(json("preprocessing").getAsJsonArray("vif_first_8_breast_cancer"));
        var all = table("breast_cancer");
        var first = all.columnNames().subList(0, 8);

        var factors = VarianceInflation.of(all, first).doubleColumn("vif");

        for (int j = 0; j < expected.length; j++) {
            assertThat(factors.getDouble(j))
                    .isCloseTo(expected[j], within(1e-8 * Math.max(1, expected[j])));
        }
    }

    @Test
    void aSumOfOthersIsInfiniteAndAConstantHasNone() {
        var a = DoubleColumn.create("a", 1, 2, 3, 4, 5, 7);
        var b = DoubleColumn.create("b", 2, 1, 4, 3, 6, 5);
        var sum = DoubleColumn.create("sum", 3, 3, 7, 7, 11, 12);
        var same = DoubleColumn.create("same", 4, 4, 4, 4, 4, 4);
        var apart = DoubleColumn.create("apart", 0, 1, 0, 1, 1, 0);
        var text = StringColumn.create("text", "p", "q", "r", "s", "t", "u");

        var factors = VarianceInflation.of(Table.create(a, b, sum, same, apart, text));

        assertThat(factors.stringColumn("feature").asList())
                .containsExactly("a", "b", "sum", "same", "apart");
        var vif = factors.doubleColumn("vif");
        assertThat(vif.asDoubleArray()[0]).isInfinite();
        assertThat(vif.asDoubleArray()[1]).isInfinite();
        assertThat(vif.asDoubleArray()[2]).isInfinite();
        assertThat(vif.isMissing(3)).isTrue();
        assertThat(vif.getDouble(4)).isBetween(1.0, 1e6);
        assertThat(VarianceInflation.of(Table.create(a)).doubleColumn("vif").getDouble(0)).isOne();
    }

    @Test
    void tooFewRowsAndMissingCellsAreRefused() {
        var a = DoubleColumn.create("a", 1, 2);
        var b = DoubleColumn.create("b", 2, 1);
        assertThatThrownBy(() -> VarianceInflation.of(Table.create(a, b)))
                .hasMessageContaining("2 columns of 2 rows");
        var gap = DoubleColumn.create("gap", 2, Double.NaN, 3);
        assertThatThrownBy(() -> VarianceInflation.of(Table.create(gap)))
                .hasMessageContaining("'gap'");
    }
}
