package himalia.features;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/** Columns as wide, or as narrow, as a square can be have the directions that they have in any unit. */
class WidePcaTest {
    /** In another unit, a power of two, all is the same. */
    @ParameterizedTest
    @ValueSource(ints = {-480, -300, 266, 333, 480})
    void aUnitChangesNoDirection(int exponent) {
        var wine = table("wine").rejectColumns("y");
        var scaled = Table.create(wine.name());
        for (var column : wine.columns()) {
            var numbers = wine.numberColumn(column.name()).asDoubleArray();
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = Math.scalb(numbers[row], exponent);
            }
            scaled.addColumns(DoubleColumn.create(column.name(), numbers));
        }

        var plain = new Pca(3).fit(wine);
        var other = new Pca(3).fit(scaled);

        for (int k = 0; k < 3; k++) {
            assertThat(other.components()[k]).containsExactly(plain.components()[k], within(1e-9));
            assertThat(other.explainedVarianceRatio()[k])
                    .isCloseTo(plain.explainedVarianceRatio()[k], within(1e-9));
            double singular = plain.singularValues()[k];
            assertThat(Math.scalb(other.singularValues()[k], -exponent))
                    .isCloseTo(singular, within(1e-9 * singular));
        }
    }

    /** As scikit-learn's. */
    @Test
    void oneWideColumnBesideANarrowOneIsTheFirstDirection() {
        var rows =
                Table.create(
                        DoubleColumn.create("g", 1, 7, 3, 5),
                        DoubleColumn.create("big", 1e148, -2e148, 3e148, -2e148));

        var both = new Pca(2).fit(rows);

        assertThat(both.components()[0]).containsExactly(new double[] {0, 1}, within(1e-12));
        assertThat(both.explainedVarianceRatio()).containsExactly(1, 0);
        // By numpy: np.linalg.norm([1, -2, 3, -2]) of what has no mean.
        assertThat(both.singularValues()[0] / 1e148).isCloseTo(Math.sqrt(18), within(1e-12));
    }
}
