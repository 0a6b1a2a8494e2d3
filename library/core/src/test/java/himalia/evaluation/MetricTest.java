package himalia.evaluation;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.elements;
import static himalia.reference.ModelReference.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import himalia.model.Predictions;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Metrics by name, rankings against reference/metrics.json, and intervals. */
class MetricTest {
    static Stream<JsonElement> ranking() {
        return elements(json("metrics").getAsJsonArray("ranking"));
    }

    @ParameterizedTest
    @MethodSource("ranking")
    void rankingsAreJudgedAsTheReferenceSays(JsonElement element) {
        var given = element.getAsJsonObject();
        var expected = given.getAsJsonObject("expect");

        var scores =
                RankingScores.of(
                        rows(given.getAsJsonArray("relevance")),
                        rows(given.getAsJsonArray("score")));

        double[] found = {
            scores.dcg(),
            scores.ndcg(),
            scores.ndcg(3),
            scores.meanReciprocalRank(2),
            scores.meanAveragePrecision(2)
        };
        var names = List.of("dcg", "ndcg", "ndcg_at_3", "mrr_rel>=2", "map_rel>=2");
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i])
                    .as(names.get(i))
                    .isCloseTo(expected.get(names.get(i)).getAsDouble(), within(1e-9));
        }
    }

    /** By sklearn.metrics.ndcg_score([[3, 0, 1, 2]], [[0.5, 0.5, 0.5, 0.1]]) of scikit-learn 1.9.1, and with k=2. */
    @Test
    void itemsOfTheSameScoreShareTheirRanks() {
        var scores =
                RankingScores.of(
                        new double[][] {{3, 0, 1, 2}}, new double[][] {{0.5, 0.5, 0.5, 0.1}});

        assertThat(scores.ndcg()).isCloseTo(0.7775518748550663, within(1e-12));
        assertThat(scores.ndcg(2)).isCloseTo(0.5102404246590811, within(1e-12));
    }

    @Test
    void everyNameIsOfClassesOrOfNumbersOrOfRankings() {
        var classes = report(200);
        var numbers =
                RegressionReport.of(
                        Predictions.of(new double[] {1, 2, 4}),
                        Table.create(DoubleColumn.create("y", 1, 2, 3)),
                        "y");

        var ranking =
                RankingReport.of(
                        Predictions.of(new double[] {1, 2, 4}),
                        Table.create(
                                DoubleColumn.create("y", 1, 0, 3),
                                DoubleColumn.create("q", 1, 1, 1)),
                        "y",
                        "q");

        for (var name : Metric.names()) {
            var metric = Metric.named(name);
            var of =
                    Stream.of(classes, numbers, ranking)
                            .filter(each -> isOf(metric, each))
                            .toList();
            assertThat(of).as(name).hasSize(1);
            double value = metric.of(of.get(0));
            assertThat(value).as(name).isFinite();
            if (name.startsWith("neg_")) {
                assertThat(value).as(name).isNegative();
                assertThat(metric.isGreaterBetter()).isTrue();
            }
        }
        // By hand: one error of 1 in three rows.
        assertThat(Metric.named("neg_mean_squared_error").of(numbers))
                .isCloseTo(-1 / 3.0, within(1e-12));
    }

    private static boolean isOf(Metric metric, Evaluation evaluation) {
        try {
            metric.of(evaluation);
            return true;
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("judges");
            return false;
        }
    }

    /** scikit-learn 1.9: f1_score(…, average=None), roc_auc_score and average_precision_score of class against the others. */
    @Test
    void oneClassOfSeveralIsJudgedAgainstAllOthers() {
        var report =
                Report.of(
                        Predictions.of(
                                List.of("a", "b", "c"),
                                new double[][] {
                                    {0.6, 0.3, 0.1},
                                    {0.4, 0.35, 0.25},
                                    {0.2, 0.5, 0.3},
                                    {0.45, 0.4, 0.15},
                                    {0.1, 0.2, 0.7},
                                    {0.3, 0.4, 0.3}
                                }),
                        Table.create(StringColumn.create("y", "a", "a", "b", "b", "c", "c")),
                        "y");
        assertThat(Metric.named("f1(a)").of(report)).isCloseTo(0.8, within(1e-12));
        assertThat(Metric.named("f1(b)").of(report)).isCloseTo(0.5, within(1e-12));
        assertThat(Metric.named("specificity(a)").of(report)).isCloseTo(0.75, within(1e-12));
        assertThat(Metric.named("roc_auc(a)").of(report)).isCloseTo(0.875, within(1e-12));
        assertThat(Metric.named("roc_auc(b)").of(report)).isCloseTo(0.9375, within(1e-12));
        assertThat(Metric.named("pr_auc(a)").of(report))
                .isCloseTo(0.8333333333333333, within(1e-12));
        assertThat(Metric.named("f1(b)").of(report.ofRows(2, 3, 5))).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void slipsAreToldWithTheirValueAndTheWayOut() {
        assertThatThrownBy(() -> Metric.named("rocauc"))
                .hasMessageStartingWith(
                        "no metric 'rocauc'; did you mean 'roc_auc'? There are: accuracy, ");
        assertThatThrownBy(() -> Metric.named("auc"))
                .hasMessageStartingWith(
                        "no metric 'auc'; there are: accuracy, average_precision, ");
        var three =
                Report.of(
                        Predictions.of(List.of("a", "b", "c"), new double[][] {{1, 0, 0}}),
                        Table.create(StringColumn.create("y", "a")),
                        "y");
        assertThatThrownBy(() -> Metric.named("f1").of(three))
                .hasMessage(
                        "f1 is of one class, and there are 3: a, b, c; ask f1_macro, f1_micro or f1_weighted, or f1(a)");
        assertThatThrownBy(() -> Metric.named("roc_auc").of(three))
                .hasMessage(
                        "roc_auc is of one class, and there are 3: a, b, c; ask roc_auc_ovr or roc_auc_ovo, or roc_auc(a)");
        assertThatThrownBy(() -> three.rocAucOvr(Average.MICRO))
                .hasMessage(
                        "areas under curves are averaged over classes; ask Average.MACRO or Average.WEIGHTED");
        assertThatThrownBy(() -> Scores.of(new boolean[] {true}, new double[] {Double.NaN}))
                .hasMessageStartingWith("the score of row 0 is NaN");
        assertThatThrownBy(
                        () -> Errors.of(new double[] {0, 1}, new double[] {1, 1}).gammaDeviance())
                .hasMessage(
                        "the gamma deviance is of numbers above 0, and row 0 is 0.0 and was predicted as 1.0; ask rmse or mae");
        assertThatThrownBy(
                        () -> Errors.of(new double[] {0, 1}, new double[] {0, 1}).poissonDeviance())
                .hasMessage(
                        "the Poisson deviance is of numbers from 0 on, predicted above 0, and row 0 is 0.0 and was predicted as 0.0; ask rmse or mae");
        // As scikit-learn 1.9's root_mean_squared_log_error, which refuses from -1 down, too.
        assertThat(Errors.of(new double[] {-0.25, 3, 1}, new double[] {-0.58, 2, 0}).rmsle())
                .isCloseTo(0.547541010995444, within(1e-12));
        assertThatThrownBy(() -> Errors.of(new double[] {0, 1}, new double[] {0, -1}).rmsle())
                .hasMessage(
                        "rmsle is of numbers above -1, and row 1 is 1.0 and was predicted as -1.0; ask rmse or mae");
        assertThatThrownBy(() -> Metric.named("cohen_kappa_quadratic").of(three))
                .hasMessage(
                        "cohen_kappa_quadratic is of classes in an order, and class 'a' is no number; name them 1, 2, 3 in their order, or ask cohen_kappa");
        var asTexts =
                Report.of(
                        Predictions.of(List.of("1", "10", "2"), new double[][] {{1, 0, 0}}),
                        Table.create(StringColumn.create("y", "1")),
                        "y");
        assertThatThrownBy(() -> Metric.named("cohen_kappa_quadratic").of(asTexts))
                .hasMessage(
                        "cohen_kappa_quadratic is of classes in an order, and class '2' stands where texts sort it; make the label a column of numbers, or ask cohen_kappa");
        assertThatThrownBy(() -> Metric.named("f1(d)").of(three)).hasMessageContaining("'d'");
        assertThatThrownBy(() -> new Bootstrap(3, 0.95, 42))
                .hasMessage("draws must be at least 10, got 3");
        assertThatThrownBy(() -> Interval.wilson(3, 2, 0.95))
                .hasMessage("of some rows none to all are hits, got 3 of 2");
        assertThatThrownBy(() -> RankingScores.of(new double[][] {{-1}}, new double[][] {{0}}))
                .hasMessageStartingWith("item 0 of query 0 has relevance -1.0");
    }

    /** By statsmodels' proportion_confint(…, method='wilson'); reference/abtest.json. */
    @Test
    void aShareHasWilsonsInterval() {
        var interval = Interval.wilson(120, 1000, 0.95);

        assertThat(interval.low()).isCloseTo(0.10129926060130912, within(1e-9));
        assertThat(interval.high()).isCloseTo(0.14160907584771276, within(1e-9));
        assertThat(interval).hasToString("0.1200 (95 %: 0.1013 to 0.1416)");
        assertThat(Interval.wilson(0, 10, 0.95).low()).isZero();
        assertThat(Interval.wilson(10, 10, 0.95).high()).isEqualTo(1);
    }

    /** A share of n rows is normal with the deviation √(p(1−p)/n) for so many of them. */
    @Test
    void theBootstrapFindsTheIntervalOfAShare() {
        var report = report(1000);
        double accuracy = report.accuracy();
        double margin = 1.959964 * Math.sqrt(accuracy * (1 - accuracy) / 1000);

        var interval = new Bootstrap(2000, 0.95, 42).interval(report, Metric.named("accuracy"));

        assertThat(interval.value()).isEqualTo(accuracy);
        assertThat(interval.low()).isCloseTo(accuracy - margin, within(margin / 8));
        assertThat(interval.high()).isCloseTo(accuracy + margin, within(margin / 8));
        assertThat(new Bootstrap(2000, 0.95, 42).interval(report, Metric.named("accuracy")))
                .isEqualTo(interval);
    }

    @Test
    void theIntervalOfTheOtherClassHasItsOwnEnds() {
        var report = report(1000).positive("no");

        var interval = new Bootstrap(200, 0.95, 42).interval(report, Metric.named("recall"));

        assertThat(interval.value()).isEqualTo(report.recall("no"));
        assertThat(interval.low()).isBetween(interval.value() - 0.06, interval.value());
        assertThat(interval.high()).isBetween(interval.value(), interval.value() + 0.06);
    }

    @Test
    void anIntervalOfFewDrawsIsRefused() {
        var one = Table.create(StringColumn.create("y", "no", "no", "no"));
        var says = new double[][] {{0.9, 0.1}, {0.8, 0.2}, {0.7, 0.3}};
        var report = Report.of(Predictions.of(List.of("no", "yes"), says), one, "y");

        assertThatThrownBy(
                        () -> new Bootstrap(20, 0.9, 1).interval(report, Metric.named("roc_auc")))
                .hasMessage(
                        "roc_auc is undefined in 20 of 20 draws, and the others alone would tell too little; judge by more rows, or by rows of each class");
        var weighed = Scores.of(new boolean[] {true}, new double[] {0.5}, new double[] {2});
        assertThatThrownBy(() -> weighed.calibration(10))
                .hasMessage(
                        "row 0 has the weight 2.0, and a calibration curve counts each row once; make the Scores without weights");
    }

    @Test
    void aMetricOfTheOtherClassIsNamedByIt() {
        var report = report(200);
        var metric = Metric.named("f1(no)");

        assertThat(metric.of(report)).isEqualTo(report.f1("no")).isNotEqualTo(report.f1("yes"));
        assertThat(metric).hasToString("f1(no)");
        assertThat(Metric.named("log_loss(no)").isGreaterBetter()).isFalse();
        assertThatThrownBy(() -> Metric.named("f1(maybe)").of(report))
                .hasMessage("no class 'maybe'; there are: no, yes");
        assertThatThrownBy(() -> Metric.named("auc(no)"))
                .hasMessageStartingWith("no metric 'auc(no)'");
    }

    private static Report report(int rows) {
        var random = new Random(7);
        var truth = StringColumn.create("y");
        var says = new double[rows][];
        IntStream.range(0, rows)
                .forEach(
                        row -> {
                            boolean isYes = random.nextInt(3) == 0;
                            double p = (random.nextDouble() + (isYes ? 0.6 : 0.1)) / 1.7;
                            truth.append(isYes ? "yes" : "no");
                            says[row] = new double[] {1 - p, p};
                        });
        return Report.of(Predictions.of(List.of("no", "yes"), says), Table.create(truth), "y");
    }

    private static double[][] rows(JsonArray array) {
        return elements(array).map(row -> doubles(row.getAsJsonArray())).toArray(double[][]::new);
    }

    @Test
    void aMetricOfNumbersHasNoClass() {
        assertThatThrownBy(() -> Metric.named("rmse(no)"))
                .hasMessage("rmse judges numbers, and 'no' is a class; ask rmse, or f1(no)");
    }

    @Test
    void eachNameInAReportIsThatOfAMetric() {
        for (var report :
                List.<Evaluation>of(
                        Report.of(JudgedRows.OF_TWO, JudgedRows.TWO, "y"),
                        Report.of(JudgedRows.OF_THREE, JudgedRows.THREE, "y"),
                        RegressionReport.of(JudgedRows.OF_NUMBERS, JudgedRows.NUMBERS, "y"))) {
            report.metrics()
                    .forEach(
                            (name, value) ->
                                    assertThat(Metric.named(name).of(report))
                                            .as(name)
                                            .isEqualTo(value));
        }
    }
}
