package himalia.training;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import himalia.evaluation.Report;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

class GradientBoostingTest {
    static Stream<JsonElement> bands() {
        return elements(json("models").getAsJsonArray("bands"))
                .filter(
                        c ->
                                c.getAsJsonObject()
                                        .get("model")
                                        .getAsString()
                                        .equals("xgboost hist 100 x depth 6 lr 0.3"));
    }

    /** As many seeds as the reference, the mean no worse than its mean less max(3 sd, 0.01). */
    @ParameterizedTest
    @MethodSource("bands")
    void itIsAsGoodAsTheReference(JsonElement element) {
        var expected = element.getAsJsonObject();
        var train = heldOut(expected.get("data").getAsString(), false);
        var test = heldOut(expected.get("data").getAsString(), true);

        var reports =
                IntStream.range(0, expected.get("seeds").getAsInt())
                        .mapToObj(
                                seed -> {
                                    try (var model =
                                            new GradientBoosting(100, 6, 0.3, 0.8, false, seed)
                                                    .fit(train, "y")) {
                                        return Report.of(model, test);
                                    }
                                })
                        .toList();

        inBand(expected, "accuracy", reports.stream().mapToDouble(Report::accuracy));
        inBand(expected, "roc_auc", reports.stream().mapToDouble(Report::rocAuc));
        if (expected.getAsJsonObject().has("average_precision")) {
            inBand(expected, "average_precision", reports.stream().mapToDouble(Report::prAuc));
        }
    }

    private static void inBand(
            com.google.gson.JsonObject expected,
            String metric,
            java.util.stream.DoubleStream values) {
        var band = expected.getAsJsonObject(metric);
        double least =
                band.get("mean").getAsDouble() - Math.max(3 * band.get("sd").getAsDouble(), 0.01);
        assertThat(values.average().orElseThrow()).as(metric).isGreaterThanOrEqualTo(least);
    }

    @Test
    void missingValuesNeedNoFilling() {
        var table = Table.create(DoubleColumn.create("x"), IntColumn.create("y"));
        for (int i = 0; i < 60; i++) {
            var row = table.appendRow();
            if (i % 3 == 0) {
                row.setMissing("x");
            } else {
                row.setDouble("x", i % 3);
            }
            row.setInt("y", i % 3 == 0 ? 1 : 0);
        }

        try (var model = new GradientBoosting(10, 42).fit(table, "y")) {
            assertThat(Report.of(model, table).accuracy()).isEqualTo(1.0);
        }
    }

    @Test
    void aClosedModelSaysSo() {
        var test = heldOut("iris", true);
        var model = new GradientBoosting(5, 42).fit(heldOut("iris", false), "y");
        model.close();
        model.close();

        assertThatThrownBy(() -> model.predict(test))
                .hasMessage("this model is closed; train it again, or close it later");
    }

    /** Progress asks for the loss now and then, as often as people look; the trees must not depend on that. */
    @Test
    void askingForTheLossChangesNoTree() throws XGBoostError {
        assertThat(grown(true)).isEqualTo(grown(false));
    }

    private static byte[] grown(boolean asked) throws XGBoostError {
        var data = new float[3000];
        var labels = new float[300];
        var random = new Random(7);
        for (int i = 0; i < data.length; i++) {
            data[i] = random.nextFloat();
            labels[i / 10] += data[i] > 0.5 ? 0.1f : 0;
        }
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels[i] > 0.5 ? 1 : 0;
        }
        Map<String, Object> settings =
                Map.of(
                        "objective",
                        "binary:logistic",
                        "tree_method",
                        "hist",
                        "subsample",
                        0.5,
                        "seed",
                        3,
                        "nthread",
                        2,
                        "verbosity",
                        0);
        var matrix = new DMatrix(data, 300, 10, Float.NaN);
        matrix.setLabel(labels);
        var booster = XGBoost.train(matrix, settings, 1, Map.of(), null, null);
        try {
            for (int round = 1; round < 30; round++) {
                booster.update(matrix, round);
                if (asked && round % 3 == 0) {
                    booster.evalSet(new DMatrix[] {matrix}, new String[] {"train"}, round);
                }
            }
            return booster.toByteArray();
        } finally {
            booster.dispose();
            matrix.dispose();
        }
    }
}
