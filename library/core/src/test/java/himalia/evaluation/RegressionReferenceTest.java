package himalia.evaluation;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.display.bundle.Display;
import himalia.model.Predictions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Errors of predicted numbers against reference/metrics.json, and in the corners. */
class RegressionReferenceTest {
    static Stream<JsonElement> regression() {
        return elements(json("metrics").getAsJsonArray("regression"));
    }

    @ParameterizedTest
    @MethodSource("regression")
    void numbersAreJudgedAsTheReferenceSays(JsonElement element) {
        var given = element.getAsJsonObject();
        var expected = given.getAsJsonObject("expect");
        var actual = doubles(given.getAsJsonArray("y"));
        var predicted = doubles(given.getAsJsonArray("pred"));
        var errors =
                given.get("weight").isJsonNull()
                        ? Errors.of(actual, predicted)
                        : Errors.of(actual, predicted, doubles(given.getAsJsonArray("weight")));

        same(expected, "mse", errors.mse());
        same(expected, "rmse", errors.rmse());
        same(expected, "mae", errors.mae());
        same(expected, "medae", errors.medianAbsoluteError());
        same(expected, "r2", errors.r2());
        same(expected, "explained_variance", errors.explainedVariance());
        same(expected, "max_error", errors.maxError());
        same(expected, "mape", errors.mape());
        same(expected, "rmsle", errors.rmsle());
        same(expected, "pinball_0.9", errors.pinball(0.9));
        same(expected, "poisson_deviance", errors.poissonDeviance());
        same(expected, "gamma_deviance", errors.gammaDeviance());
        same(expected, "huber_1.35", errors.huber(1.35));
    }

    /** Squares of 1e-200 are nothing, those of 1e155 infinite, and so is a sum of numbers near the largest there is. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1e-310, 1e155, 1e307})
    void whatIsExplainedDoesNotDependOnTheUnit(double unit) {
        double[] actual = {3 * unit, 5 * unit, 8 * unit, 9 * unit};
        double[] predicted = {4 * unit, 5 * unit, 7 * unit, 9.5 * unit};

        var errors = Errors.of(actual, predicted);

        // By hand: 2.25 of squared errors over 22.75 of squared deviations.
        assertThat(errors.r2()).isCloseTo(1 - 2.25 / 22.75, within(1e-12));
        assertThat(errors.explainedVariance())
                .isCloseTo(1 - (2.25 - 4 * 0.125 * 0.125) / 22.75, within(1e-12));
        assertThat(errors.rmse() / unit).isCloseTo(0.75, within(1e-12));
        assertThat(Errors.of(new double[] {0, 0}, new double[] {unit, 0}).r2()).isEqualTo(0);
    }

    @Test
    void aConstantTruthIsExplainedOrNot() {
        // As scikit-learn's r2_score does with force_finite.
        assertThat(Errors.of(new double[] {3, 3}, new double[] {3, 3}).r2()).isEqualTo(1);
        assertThat(Errors.of(new double[] {3, 3}, new double[] {3, 4}).r2()).isEqualTo(0);
    }

    /** 0.1 has no exact mean, so that the variance of three of them is 1.9e-34 and not 0. */
    @Test
    void soIsAConstantTruthWhoseMeanIsRounded() {
        var tenths = new double[] {0.1, 0.1, 0.1};

        var shifted = Errors.of(tenths, new double[] {0.2, 0.2, 0.2});

        assertThat(Errors.of(tenths, tenths).r2()).isEqualTo(1);
        assertThat(shifted.r2()).isEqualTo(0);
        assertThat(shifted.explainedVariance()).isEqualTo(1);
        assertThat(Errors.of(tenths, new double[] {0.1, 0.1, 0.2}).explainedVariance()).isZero();
        // A row that does not count does not make it another truth either.
        var weighted =
                Errors.of(new double[] {1, 1, 5}, new double[] {1, 1, 2}, new double[] {1, 1, 0});
        assertThat(weighted.r2()).isEqualTo(1);
    }

    /** As scikit-learn: r2_score([1], [2]) is nan, explained_variance_score([1], [2]) is 1. */
    @Test
    void aSingleRowTellsNoShare() {
        var one = Errors.of(new double[] {1}, new double[] {2});

        assertThat(one.r2()).isNaN();
        assertThat(one.explainedVariance()).isEqualTo(1);
        assertThat(one.mae()).isEqualTo(1);
    }

    @Test
    void whatIsNoNumberOrNoWeightIsRefusedWithItsRow() {
        var fine = new double[] {1, 2};

        assertThatThrownBy(() -> Errors.of(fine, new double[] {1, Double.NaN}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the prediction of row 1 is NaN; ");
        assertThatThrownBy(() -> Errors.of(new double[] {Double.POSITIVE_INFINITY, 1}, fine))
                .hasMessageStartingWith("the true number of row 0 is Infinity; ");
        assertThatThrownBy(() -> Errors.of(fine, fine, new double[] {1, -1}))
                .hasMessageStartingWith("the weight of row 1 is -1.0; ");
        assertThatThrownBy(() -> Errors.of(fine, fine, new double[] {0, 0}))
                .hasMessage("all 2 weights are 0; one at least must count");
    }

    @Test
    void smallErrorsShowTheirDigits() {
        var report =
                RegressionReport.of(
                        Predictions.of(new double[] {1e-5, 2e-5, 4e-5}),
                        Table.create(DoubleColumn.create("y", 1e-5, 2e-5, 3e-5)),
                        "y");

        assertThat(Display.renderers().render(report).text())
                .containsPattern("rmse +0\\.000005774")
                .containsPattern("r2 +0\\.500000000");
        assertThat(report).asString().contains("r2 0.5000, rmse 0.000005774");
    }

    @Test
    void itShowsARowAMetric() {
        var report =
                RegressionReport.of(
                        Predictions.of(new double[] {1, 2, 4}),
                        Table.create(DoubleColumn.create("a<b", 1, 2, 3)),
                        "a<b");

        var bundle = Display.renderers().render(report);

        // The mean squared error is 1/3 of 1, and R² 1 less that over 2/3.
        assertThat(bundle.text())
                .startsWith("predictions on 3 rows, predicting a<b\n")
                .containsPattern("r2 +0\\.5000")
                .containsPattern("rmse +0\\.5774")
                .containsPattern("max error +1\\.0000");
        assertThat(bundle.data().get("text/html").toString())
                .contains("predicting a&lt;b")
                .doesNotContain("a<b");
        assertThat(report).asString().startsWith("predictions on 3 rows: r2 0.5000, rmse 0.5774,");
    }

    /** scikit-learn's median_absolute_error with sample_weight, 1.9.1. */
    @Test
    void aRowOfNoWeightIsNoMedian() {
        double[] none = new double[4];
        assertThat(Errors.of(new double[] {1, 2, 3, 0}, none, new double[] {1, 0, 1, 0}))
                .returns(2.0, Errors::medianAbsoluteError);
        assertThat(Errors.of(new double[] {1, 2, 3, 9}, none, new double[] {2, 0, 1, 1}))
                .returns(2.0, Errors::medianAbsoluteError);
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var numbers = Predictions.of(new double[] {1, 2});
        var table =
                Table.create(
                        DoubleColumn.create("y", 1, 2, 3), StringColumn.create("t", "a", "b", "c"));

        assertThatThrownBy(() -> RegressionReport.of(numbers, table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there are 2 predictions with 3 weights and 3 rows to judge them by");
        assertThatThrownBy(() -> RegressionReport.of(numbers, table, "t"))
                .hasMessage(
                        "label 't' holds text, and a regressor predicts numbers; tell its values apart by a classifier such as GradientBoosting");
        assertThatThrownBy(() -> Report.of(numbers, table, "y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "these predictions are numbers, and have no classes; ask number(row) or numbers()");
        assertThatThrownBy(() -> RegressionReport.of(numbers, table.emptyCopy(), "y"))
                .hasMessage("the test table has no rows; there is nothing to judge by");
        var classes = Predictions.of(List.of("a", "b"), new double[][] {{1, 0}});
        assertThatThrownBy(() -> RegressionReport.of(classes, table.first(1), "y"))
                .hasMessage(
                        "these predictions are classes; ask label(row) or probability(row, class)");
    }

    private static void same(JsonObject expected, String metric, double value) {
        assertThat(value).as(metric).isCloseTo(expected.get(metric).getAsDouble(), within(1e-9));
    }
}
