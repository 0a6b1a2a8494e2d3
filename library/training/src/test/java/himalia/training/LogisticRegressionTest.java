package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import himalia.evaluation.Report;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class LogisticRegressionTest {
    static Stream<JsonElement> exactCases() {
        return elements(json("models").getAsJsonArray("exact"))
                .filter(
                        c ->
                                c.getAsJsonObject()
                                        .get("model")
                                        .getAsString()
                                        .startsWith("logistic regression, L2"));
    }

    /** Probabilities within the reference's own tolerance, 0.0002; everything that ranks or counts exactly. */
    @ParameterizedTest
    @MethodSource("exactCases")
    void itFindsTheReferencesMinimum(JsonElement element) {
        var expected = element.getAsJsonObject();
        var data = expected.get("data").getAsString();
        var settings = expected.getAsJsonObject("params");
        var trainer =
                new LogisticRegression(
                        settings.get("C").getAsDouble(),
                        !settings.get("class_weight").isJsonNull());

        var model = (LinearModel) trainer.fit(heldOut(data, false), "y");

        var test = heldOut(data, true);
        var predictions = model.predict(test);
        var first = expected.getAsJsonArray("test_proba_first_10");
        double tolerance = expected.get("tolerance_proba").getAsDouble();
        for (int row = 0; row < first.size(); row++) {
            assertThat(predictions.probabilities(row))
                    .containsExactly(doubles(first.get(row).getAsJsonArray()), within(tolerance));
        }
        var report = Report.of(model, test);
        assertThat(report.accuracy())
                .isCloseTo(expected.get("accuracy").getAsDouble(), within(1e-12));
        assertThat(report.logLoss())
                .isCloseTo(expected.get("log_loss").getAsDouble(), within(tolerance));
        assertThat(report.rocAuc())
                .isCloseTo(expected.get("roc_auc").getAsDouble(), within(tolerance));
        if (expected.has("coef")) {
            var weights = doubles(expected.getAsJsonArray("coef"));
            var ours = model.weights().doubleColumn("1").asDoubleArray();
            for (int j = 0; j < weights.length; j++) {
                assertThat(ours[j]).isCloseTo(weights[j], within(2e-3));
            }
            assertThat(ours[weights.length])
                    .isCloseTo(expected.get("intercept").getAsDouble(), within(2e-3));
        }
    }

    /** Thirty columns that tell nearly the same, hardly held back. */
    @Test
    void whatEndsBeforeTheBestFitSaysSo() {
        var random = new Random(1);
        var train = Table.create("alike");
        for (int j = 0; j < 30; j++) {
            train.addColumns(DoubleColumn.create("near" + j));
        }
        var y = StringColumn.create("y");
        for (int i = 0; i < 60; i++) {
            double at = random.nextGaussian();
            for (int j = 0; j < 30; j++) {
                train.doubleColumn(j).append(at + 1e-2 * random.nextGaussian());
            }
            y.append(at + random.nextGaussian() > 0 ? "a" : "b");
        }
        train.addColumns(y);
        var model = new LogisticRegression(1e8).fit(train, "y");
        assertThat(model.outcome())
                .isEqualTo(
                        "ended after 2,000 steps, before the best fit; take a smaller c than 1.0E8, or leave out columns that tell nearly the same");
        assertThat(model.withoutRows().outcome()).isEqualTo(model.outcome());
        assertThat(new LogisticRegression(1).fit(train, "y").outcome()).isEmpty();
    }

    @Test
    void missingValuesAreRefusedWithColumnCountAndWayOut() {
        var train = heldOut("iris", false);
        var model = new LogisticRegression(1.0).fit(train, "y");
        var name = train.columnNames().get(0);
        train.doubleColumn(0).setMissing(3);
        train.doubleColumn(0).setMissing(5);

        var message =
                "column '"
                        + name
                        + "' has 2 missing values, and LogisticRegression takes none; put a SimpleImputer before it in a Pipeline, drop their rows, or use GradientBoosting, which takes them";
        assertThatThrownBy(() -> new LogisticRegression(1.0).fit(train, "y")).hasMessage(message);
        assertThatThrownBy(() -> model.predict(train)).hasMessage(message);
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new LogisticRegression(0))
                .hasMessage("c must be above 0.0 and finite, got 0.0");
        assertThat(new LogisticRegression(0.5).withBalance())
                .hasToString("LogisticRegression[c=0.5, balanced=true]");
    }
}
