package himalia.training;

import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.heldOut;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import himalia.evaluation.Report;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
}
