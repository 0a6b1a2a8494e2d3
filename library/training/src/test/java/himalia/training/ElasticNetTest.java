package himalia.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import himalia.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * Of two columns of deviation 1 that do not go together, a weight is {@code (c - alpha · l1Ratio) / (1 + alpha · (1 - l1Ratio))}, where c is how
 * the column goes along with the label, and 0 where that is negative.
 */
class ElasticNetTest {
    /** The label is 5 and 3 of the one column and 2 of the other one, in some unit. */
    private static Table crossed(double unit) {
        return Table.create(
                DoubleColumn.create("a", -1, -1, 1, 1),
                DoubleColumn.create("b", -1, 1, -1, 1),
                DoubleColumn.create("y", 0, 4 * unit, 6 * unit, 10 * unit));
    }

    private static double[] weights(Model model) {
        return ((LinearModel) model).weights().doubleColumn("y").asDoubleArray();
    }

    private static double weight(double c, double alpha, double l1Ratio) {
        return Math.max(0, c - alpha * l1Ratio) / (1 + alpha * (1 - l1Ratio));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 0.5",
        "1, 1, 1e-14",
        "1, 1, 1e-300",
        "1, 5, 0.5",
        "1e10, 1, 0.5",
        "1e11, 1, 0.5",
        "1e13, 1, 0.5",
        "1e15, 1, 0.999",
        "1e20, 1, 0.5",
        "1e300, 1, 0.5",
        "1e300, 1e-200, 0.5",
        "1e13, 4e13, 0.5",
        "1e-300, 1, 0.5",
        "1e-300, 1e200, 0.5"
    })
    void theUnitOfTheLabelDoesNotMatter(double unit, double alpha, double l1Ratio) {
        var weights = weights(new ElasticNet(alpha, l1Ratio).fit(crossed(unit), "y"));

        assertThat(weights[0] / unit)
                .isCloseTo(weight(3 * unit, alpha, l1Ratio) / unit, within(1e-9));
        assertThat(weights[1] / unit)
                .isCloseTo(weight(2 * unit, alpha, l1Ratio) / unit, within(1e-9));
        assertThat(weights[2] / unit).isCloseTo(5, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e300, 1e-300})
    void aPenaltyThatIsNothingBesideTheLabelIsNone(double unit) {
        var weights = weights(new Lasso(1e-320).fit(crossed(unit), "y"));

        assertThat(weights[0] / unit).isCloseTo(3, within(1e-9));
        assertThat(weights[1] / unit).isCloseTo(2, within(1e-9));
    }

    @Test
    void whatIsHeldBackByMoreThanItTellsIsLeftOut() {
        assertThat(weights(new ElasticNet(1e9, 0.5).fit(crossed(1), "y"))).containsExactly(0, 0, 5);
    }
}
