package himalia.evaluation;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.ints;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.model.Predictions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Metrics against reference/metrics.json, to 1e-9 of the value. */
class MetricsReferenceTest {
    static Stream<JsonElement> binary() {
        return elements(json("metrics").getAsJsonArray("binary"));
    }

    static Stream<JsonElement> multiclass() {
        return elements(json("metrics").getAsJsonArray("multiclass"));
    }

    @ParameterizedTest
    @MethodSource("binary")
    void twoClassesAreJudgedAsTheReferenceSays(JsonElement element) {
        var given = element.getAsJsonObject();
        var expected = given.getAsJsonObject("expect");
        var actual = ints(given.getAsJsonArray("y"));
        var score = doubles(given.getAsJsonArray("score"));
        double threshold = given.get("threshold").getAsDouble();
        var weights = weights(given, actual.length);
        var predicted = Arrays.stream(score).mapToInt(s -> s >= threshold ? 1 : 0).toArray();

        var confusion = Confusion.of(List.of("0", "1"), actual, predicted, weights);
        var positive = new boolean[actual.length];
        IntStream.range(0, actual.length).forEach(i -> positive[i] = actual[i] == 1);
        var scores = Scores.of(positive, score, weights);

        same(expected, "tp", confusion.count("1", "1"));
        same(expected, "fp", confusion.count("0", "1"));
        same(expected, "fn", confusion.count("1", "0"));
        same(expected, "tn", confusion.count("0", "0"));
        same(expected, "accuracy", confusion.accuracy());
        same(expected, "balanced_accuracy", confusion.balancedAccuracy());
        same(expected, "precision", confusion.precision("1"));
        same(expected, "recall", confusion.recall("1"));
        same(expected, "f1", confusion.f1("1"));
        same(expected, "f0.5", confusion.fBeta("1", 0.5));
        same(expected, "f2", confusion.fBeta("1", 2));
        same(expected, "jaccard", confusion.jaccard("1"));
        same(expected, "mcc", confusion.mcc());
        same(expected, "kappa", confusion.kappa());
        same(expected, "brier", scores.brier());
        same(expected, "log_loss", ProbabilityLoss.logLoss(actual, columns(score), weights));
        if (given.get("weight").isJsonNull() && expected.has("specificity")) {
            same(expected, "specificity", confusion.specificity("1"));
            same(expected, "geometric_mean", confusion.geometricMean());
        } else {
            // With weights the reference's tool counts the true negatives without them, and so
            // contradicts its own tn and fp; those are what we hold ours against.
            double tn = expected.get("tn").getAsDouble();
            double fp = expected.get("fp").getAsDouble();
            assertThat(confusion.specificity("1")).isCloseTo(tn / (tn + fp), within(1e-9));
        }
        if (expected.has("roc_auc")) {
            same(expected, "roc_auc", scores.rocAuc());
            same(expected, "average_precision", scores.averagePrecision());
            same(expected, "pr_auc_trapezoid", scores.precisionRecall().area());
            same(expected, "ks_statistic", scores.kolmogorovSmirnov());
            same(expected, "roc_auc_max_fpr_0.1", scores.rocAuc(0.1));
            same(expected, "best_f1", scores.bestF1());
        } else {
            assertThat(scores.rocAuc()).isNaN();
        }
        for (int bins : new int[] {5, 10}) {
            // The reference counts each row once here, whatever its weight.
            var curve = Scores.of(positive, score).calibration(bins);
            same(expected, "ece_" + bins, curve.expectedError());
            same(expected, "mce_" + bins, curve.maximumError());
            var wanted = expected.getAsJsonArray("bins_" + bins);
            assertThat(curve.bins()).hasSameSizeAs(wanted);
            for (int i = 0; i < wanted.size(); i++) {
                var bin = curve.bins().get(i);
                double[] found = {
                    bin.number(), bin.rows(), bin.meanProbability(), bin.sharePositive()
                };
                sameAll(wanted.get(i).getAsJsonArray(), found);
            }
        }
        if (expected.has("roc_curve")) {
            var roc = expected.getAsJsonObject("roc_curve");
            sameAll(roc.getAsJsonArray("fpr"), scores.roc().x());
            sameAll(roc.getAsJsonArray("tpr"), scores.roc().y());
            sameAll(roc.getAsJsonArray("thresholds"), scores.roc().thresholds());
            var curve = expected.getAsJsonObject("pr_curve");
            sameAll(curve.getAsJsonArray("recall"), scores.precisionRecall().x());
            sameAll(curve.getAsJsonArray("precision"), scores.precisionRecall().y());
        }
    }

    @ParameterizedTest
    @MethodSource("multiclass")
    void moreClassesAreJudgedAsTheReferenceSays(JsonElement element) {
        var given = element.getAsJsonObject();
        var expected = given.getAsJsonObject("expect");
        var actual = ints(given.getAsJsonArray("y"));
        var probabilities =
                elements(given.getAsJsonArray("proba"))
                        .map(row -> doubles(row.getAsJsonArray()))
                        .toArray(double[][]::new);
        int count = probabilities[0].length;
        var classes = IntStream.range(0, count).mapToObj(Integer::toString).toList();

        var report =
                Report.of(
                        Predictions.of(classes, probabilities),
                        Table.create(IntColumn.create("y", actual)),
                        "y");

        for (int k = 0; k < count; k++) {
            var name = classes.get(k);
            for (int other = 0; other < count; other++) {
                double counted =
                        expected.getAsJsonArray("confusion")
                                .get(k)
                                .getAsJsonArray()
                                .get(other)
                                .getAsDouble();
                assertThat(report.confusion().count(name, classes.get(other))).isEqualTo(counted);
            }
            var byClass = expected.getAsJsonArray("prf_per_class");
            near(byClass.get(0).getAsJsonArray().get(k), report.precision(name));
            near(byClass.get(1).getAsJsonArray().get(k), report.recall(name));
            near(byClass.get(2).getAsJsonArray().get(k), report.f1(name));
            near(
                    expected.getAsJsonArray("specificity_per_class").get(k),
                    report.confusion().specificity(name));
        }
        same(expected, "accuracy", report.accuracy());
        same(expected, "balanced_accuracy", report.confusion().balancedAccuracy());
        same(expected, "mcc", report.mcc());
        same(expected, "kappa", report.confusion().kappa());
        same(expected, "log_loss", report.logLoss());
        same(expected, "brier_multi", report.brier());
        same(expected, "auc_ovr_macro", report.rocAuc());
        same(expected, "geometric_mean_multiclass", report.confusion().geometricMean());
        same(expected, "kappa_quadratic", report.confusion().kappaQuadratic());
        same(expected, "top2", report.topK(2));
        same(expected, "ece_top_10", report.calibration(10).expectedError());
        same(expected, "auc_ovr_weighted", report.rocAucOvr(Average.WEIGHTED));
        same(expected, "auc_ovo_macro", report.rocAucOvo(Average.MACRO));
        same(expected, "auc_ovo_weighted", report.rocAucOvo(Average.WEIGHTED));
        for (var average : Average.values()) {
            var name = average.name().toLowerCase(Locale.ROOT);
            var prf = expected.getAsJsonArray("prf_" + name);
            near(prf.get(0), Metric.named("precision_" + name).of(report));
            near(prf.get(1), Metric.named("recall_" + name).of(report));
            near(prf.get(2), Metric.named("f1_" + name).of(report));
            if (expected.has("specificity_" + name)) {
                same(expected, "specificity_" + name, report.confusion().specificity(average));
            }
        }
        for (int k = 0; k < count; k++) {
            for (int other = 0; other < count; other++) {
                var actualName = classes.get(k);
                var otherName = classes.get(other);
                near(
                        cell(expected, "confusion_true", k, other),
                        report.confusion().shareOfActual(actualName, otherName));
                near(
                        cell(expected, "confusion_pred", k, other),
                        report.confusion().shareOfPredicted(actualName, otherName));
            }
        }
        var macro = expected.getAsJsonArray("prf_macro");
        near(macro.get(0), report.metrics().get("precision_macro"));
        near(macro.get(1), report.metrics().get("recall_macro"));
        near(macro.get(2), report.metrics().get("f1_macro"));
    }

    private static JsonElement cell(JsonObject expected, String name, int row, int column) {
        return expected.getAsJsonArray(name).get(row).getAsJsonArray().get(column);
    }

    @Test
    void ofNoRowsThereIsNoArea() {
        var none = Scores.of(new boolean[0], new double[0]);
        assertThat(none.rocAuc()).isNaN();
        assertThat(none.rocAuc(0.5)).isNaN();
        assertThat(none.averagePrecision()).isNaN();
        assertThat(none.kolmogorovSmirnov()).isNaN();
        boolean[] one = {true, true};
        assertThat(Scores.of(one, new double[] {0.1, 0.2}).rocAuc(0.5)).isNaN();
        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(
                            () -> Scores.of(one, new double[] {0.1, 0.2}, new double[] {1, weight}))
                    .hasMessage(
                            "the weight of row 1 is %s; weights must be finite, and 0 or more"
                                    .formatted(weight));
        }
    }

    private static double[] weights(JsonObject given, int size) {
        if (given.get("weight").isJsonNull()) {
            var ones = new double[size];
            Arrays.fill(ones, 1);
            return ones;
        }
        return doubles(given.getAsJsonArray("weight"));
    }

    private static double[][] columns(double[] score) {
        return Arrays.stream(score).mapToObj(s -> new double[] {1 - s, s}).toArray(double[][]::new);
    }

    private static void same(JsonObject expected, String name, double found) {
        double wanted = expected.get(name).getAsDouble();
        assertThat(found).as(name).isCloseTo(wanted, within(1e-9 * Math.max(1, Math.abs(wanted))));
    }

    private static void near(JsonElement expected, double found) {
        assertThat(found).isCloseTo(expected.getAsDouble(), within(1e-9));
    }

    private static void sameAll(JsonArray expected, double[] found) {
        assertThat(found).hasSize(expected.size()).containsExactly(doubles(expected), within(1e-9));
    }
}
