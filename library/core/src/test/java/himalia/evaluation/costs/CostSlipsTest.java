package himalia.evaluation.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Predictions;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What costs and thresholds say to numbers and rows that do not fit. */
class CostSlipsTest {
    private static final Table ROWS = Table.create(StringColumn.create("y", "no", "yes"));

    private static final Predictions SAID =
            Predictions.of(List.of("no", "yes"), new double[][] {{0.9, 0.1}, {0.2, 0.8}});

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void whatIsNoProbabilityHasNoBestClass() {
        var costs = CostMatrix.of("no", "yes", 5, 45);

        refuses(
                () -> costs.best(new double[] {Double.NaN, 0.1}),
                "a probability must be from 0 to 1, got NaN for 'no'");
        refuses(
                () -> costs.best(new double[] {0.3, 70}),
                "a probability must be from 0 to 1, got 70.0 for 'yes'");
    }

    @Test
    void sixProbabilitiesOfTwoDigitsMayAddUpToALittleMore() {
        var even = new double[6][6];
        for (int k = 0; k < 6; k++) {
            Arrays.fill(even[k], 1);
            even[k][k] = 0;
        }
        var sixths = new double[6];
        Arrays.fill(sixths, 0.17);
        assertThat(new CostMatrix(List.of("a", "b", "c", "d", "e", "f"), even).best(sixths))
                .isEqualTo("f");
        assertThat(CostMatrix.of("no", "yes", 1, 1).best(new double[] {0.99, 0.03}))
                .isEqualTo("no");
    }

    @Test
    void costsOfAnySizeHaveAThreshold() {
        assertThat(CostMatrix.of("no", "yes", 1e308, 1e308).threshold()).isEqualTo(0.5);
        assertThat(CostMatrix.of("no", "yes", 5, 200).threshold()).isEqualTo(5 / 205.0);
    }

    @Test
    void aThresholdIsAProbability() {
        var tuner = ThresholdTuner.of(SAID, ROWS, "y");

        refuses(() -> tuner.at(1.5), "a threshold is a probability, from 0 to 1, got 1.5");
        refuses(() -> tuner.at(-1), "a threshold is a probability, from 0 to 1, got -1.0");
        refuses(
                () -> new OperatingPoint("mine", "no", "yes", Double.NaN, 1, 1, 1, 1),
                "a threshold is a probability, from 0 to 1, got NaN");
        assertThat(tuner.at(1).alarms()).isZero();
    }

    @Test
    void noAlarmAtAllIsSaidSo() {
        assertThat(ThresholdTuner.of(SAID, ROWS, "y").toAlarms(0))
                .hasToString(
                        "at most 0 alarms: never yes; 0 alarms, precision 0.0000, recall 0.0000");
    }

    @Test
    void noRowTunesNothing() {
        var none = Predictions.of(List.of("no", "yes"), new double[0][]);

        refuses(
                () -> ThresholdTuner.of(none, ROWS.emptyCopy(), "y"),
                "the table has no rows; there is nothing to tune a threshold by");
        refuses(
                () ->
                        ThresholdTuner.of(
                                SAID, Table.create(StringColumn.create("y", "no", "no")), "y"),
                "class 'yes' has none of the rows to tune by, 2; a threshold needs rows of both");
    }

    @Test
    void whereNoModelIsNoneIsBlamed() {
        var more = Table.create(StringColumn.create("y", "no", "yes", "both"));

        refuses(
                () -> PriorCorrection.of(more, ROWS, "y"),
                "row 2 has class 'both' in 'y', and the rows of the world have only: no, yes");
    }

    @Test
    void probabilitiesThatAreNoneAreNotCorrected() {
        var correction = PriorCorrection.of(0.5, 0.01);

        refuses(
                () -> correction.apply(new double[] {0.5, Double.NaN}),
                "a probability must be from 0 to 1, got NaN for '1'");
        refuses(
                () -> correction.apply(new double[] {-0.5, 0.5}),
                "a probability must be from 0 to 1, got -0.5 for '0'");
        refuses(
                () -> correction.apply(new double[] {0, 0}),
                "the probabilities of all 2 classes (0, 1) are 0; one at least is above, and together they are 1");
    }
}
