package himalia.evaluation.imbalance;

import static himalia.reference.ModelReference.doubles;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.display.bundle.Display;
import himalia.evaluation.Average;
import himalia.evaluation.Confusion;
import himalia.reference.ModelReference;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Against reference/imbalanced_metrics.json, which imbalanced_metrics.py beside it had imbalanced-learn say. */
class ImbalancedMetricsTest {
    static Stream<JsonObject> cases() {
        var reference = ModelReference.json("imbalanced_metrics");
        return ModelReference.elements(reference.getAsJsonArray("cases"))
                .map(JsonElement::getAsJsonObject);
    }

    private static Confusion confusion(JsonObject one) {
        var actual = codes(one, "y");
        var weights = new double[actual.length];
        Arrays.fill(weights, 1);
        var classes =
                IntStream.range(0, one.get("classes").getAsInt())
                        .mapToObj(Integer::toString)
                        .toList();
        return Confusion.of(classes, actual, codes(one, "p"), weights);
    }

    private static int[] codes(JsonObject one, String name) {
        return Arrays.stream(doubles(one.getAsJsonArray(name))).mapToInt(y -> (int) y).toArray();
    }

    private static void same(JsonObject expected, String name, double value) {
        assertThat(value).as(name).isCloseTo(expected.get(name).getAsDouble(), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void metricsAreImbalancedLearns(JsonObject one) {
        var metrics = new ImbalancedMetrics(confusion(one));
        for (var average : Average.values()) {
            var name = average.name().toLowerCase(Locale.ROOT);
            same(one.getAsJsonObject("sensitivity"), name, metrics.sensitivity(average));
            same(one.getAsJsonObject("specificity"), name, metrics.specificity(average));
            same(
                    one.getAsJsonObject("specificity"),
                    name,
                    metrics.confusion().specificity(average));
            same(one.getAsJsonObject("geometric_mean"), name, metrics.geometricMean(average));
        }
        same(one, "multiclass", metrics.confusion().geometricMean());
        same(one, "corrected", metrics.geometricMean(0.001));
        var byClass = doubles(one.getAsJsonArray("geometric_mean_by_class"));
        assertThat(metrics.classes().mapToDouble(metrics::geometricMean).toArray())
                .containsExactly(byClass, within(1e-12));
        if (one.has("macro_mae")) {
            same(one, "macro_mae", metrics.macroAveragedMeanAbsoluteError());
        }
        if (one.has("binary")) {
            var expected = one.getAsJsonObject("binary");
            var confusion = metrics.confusion();
            same(expected, "sensitivity", metrics.sensitivity("1"));
            same(expected, "specificity", metrics.specificity("1"));
            same(
                    expected,
                    "iba_accuracy",
                    IndexBalancedAccuracy.DEFAULT.of(confusion.accuracy(), confusion, "1"));
            same(
                    expected,
                    "iba_jaccard",
                    new IndexBalancedAccuracy(0.5, false)
                            .of(confusion.jaccard("1"), confusion, "1"));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void indexBalancedAccuracyIsImbalancedLearns(JsonObject one) {
        var confusion = confusion(one);
        for (var element : one.getAsJsonArray("iba")) {
            var expected = element.getAsJsonObject();
            var iba =
                    new IndexBalancedAccuracy(
                            expected.get("alpha").getAsDouble(),
                            expected.get("squared").getAsBoolean());
            same(expected, "multiclass", iba.geometricMean(confusion));
            for (var average : Average.values()) {
                same(
                        expected,
                        average.name().toLowerCase(Locale.ROOT),
                        iba.geometricMean(confusion, average));
            }
            assertThat(
                            new ImbalancedMetrics(confusion)
                                    .classes()
                                    .mapToDouble(name -> iba.geometricMean(confusion, name))
                                    .toArray())
                    .containsExactly(doubles(expected.getAsJsonArray("by_class")), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReportIsImbalancedLearns(JsonObject one) {
        var expected = one.getAsJsonObject("report");
        var table = ImbalancedReport.of(confusion(one)).table();

        assertThat(table.rowCount()).isEqualTo(one.getAsJsonArray("labels").size() + 1);
        var names = List.of("pre", "rec", "spe", "f1", "geo", "iba", "sup");
        for (var row = 0; row < table.rowCount() - 1; row++) {
            var ofClass = expected.getAsJsonObject(table.stringColumn("class").get(row));
            for (var column = 0; column < names.size(); column++) {
                same(ofClass, names.get(column), cell(table, row, column));
            }
        }
        int last = table.rowCount() - 1;
        for (var column = 0; column < names.size() - 1; column++) {
            same(expected, "avg_" + names.get(column), cell(table, last, column));
        }
        same(expected, "total_support", cell(table, last, names.size() - 1));
    }

    private static double cell(Table table, int row, int column) {
        return table.doubleColumn(column + 1).getDouble(row);
    }

    @Test
    void theReportIsATableWithARowForTheMeans() {
        var confusion =
                Confusion.of(
                        List.of("no", "<b>"),
                        new int[] {0, 0, 1},
                        new int[] {0, 1, 1},
                        new double[] {1, 1, 1});

        var bundle = new ImbalancedReportRenderer().render(ImbalancedReport.of(confusion));

        assertThat(bundle.toString()).contains("avg / total").doesNotContain("<th><b></th>");
        assertThat(ImbalancedReport.of(confusion).toString()).contains("geometric mean", "0.7071");
        assertThat(Display.renderers().render(ImbalancedReport.of(confusion)).toString())
                .contains("&lt;b&gt;");
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        var confusion =
                Confusion.of(
                        List.of("no", "yes"),
                        new int[] {0, 1},
                        new int[] {0, 0},
                        new double[] {1, 1});
        var metrics = new ImbalancedMetrics(confusion);

        assertThatThrownBy(() -> metrics.geometricMean(-1))
                .hasMessage("correction must be 0 or more, got -1.0");
        assertThatThrownBy(metrics::macroAveragedMeanAbsoluteError)
                .hasMessage(
                        "class 'no' is no number, and an absolute error is between numbers; name classes 1, 2, 3 in their order");
        assertThatThrownBy(() -> new ImbalancedReport(confusion, Double.NaN))
                .hasMessage("alpha must be a finite number, got NaN");
        assertThatThrownBy(() -> metrics.sensitivity("maybe"))
                .hasMessage("no class 'maybe'; there are: no, yes");
    }
}
