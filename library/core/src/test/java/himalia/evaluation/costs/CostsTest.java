package himalia.evaluation.costs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import himalia.evaluation.Report;
import himalia.evaluation.ReportRenderer;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.reference.ModelReference;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Costs, thresholds and probabilities, against what follows by hand or by counting. */
class CostsTest {
    private static final CostMatrix COSTS = CostMatrix.of("no", "yes", 5, 45);

    /** Ten rows, of which the third most probable is the first that is wrong. */
    private static final Table ROWS =
            Table.create(
                    StringColumn.create(
                            "y", "yes", "yes", "no", "yes", "no", "no", "no", "yes", "no", "no"));

    private static final Predictions PREDICTIONS =
            predictions(0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.5, 0.4, 0.2, 0.1);

    private static Predictions predictions(double... yes) {
        var rows = new double[yes.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {1 - yes[i], yes[i]};
        }
        return Predictions.of(List.of("no", "yes"), rows);
    }

    private static ThresholdTuner tuner() {
        return ThresholdTuner.of(PREDICTIONS, ROWS, "y");
    }

    @Test
    void aThresholdByRowsThatWereLearntFromSaysSo() {
        var rows = ModelReference.table("imb_2d");
        var learnt = rows.first(200);
        var schema = Schema.of(learnt, Labels.toLearn(learnt, "y").target());
        var model = new Even(schema, (table, label) -> null, Provenance.of(learnt));

        var tuner = ThresholdTuner.of(model, rows);

        assertThat(tuner.toF1().goal())
                .isEqualTo(
                        "largest F1; the model has learnt from 200 of these 300 rows, so take others");
        assertThat(tuner.at(0.5).goal()).startsWith("threshold 0.5; the model has learnt from 200");
        assertThat(tuner.toString()).contains("learnt from 200 of these 300 rows");
        var warning =
                "The model has learnt from 200 of these 300 rows; judge it by rows it has not seen.";
        var report = Report.of(model, rows);
        assertThat(report.toString()).endsWith(". " + warning);
        assertThat(report.positive("0").toString()).endsWith(warning);
        assertThat(new ReportRenderer().render(report).toString()).contains("<br>" + warning);
        var others = rows.inRange(200, 300);
        assertThat(Report.of(model, others).toString()).doesNotContain("learnt");
        assertThat(Report.of(model.predict(rows), rows, "y").toString()).doesNotContain("learnt");
        assertThat(ThresholdTuner.of(model, rows.inRange(200, 300)).toF1().goal())
                .isEqualTo("largest F1");
        assertThat(
                        ThresholdTuner.of(
                                        model,
                                        rows.copy()
                                                .addColumns(rows.column(0).copy().setName("more")))
                                .toF1()
                                .goal())
                .startsWith("largest F1; the model has learnt");
    }

    /** Finds both classes as probable. */
    private record Even(Schema schema, Trainer trainer, Provenance provenance) implements Model {
        @Override
        public Predictions predict(Table table) {
            var halves = new double[table.rowCount()][];
            Arrays.fill(halves, new double[] {0.5, 0.5});
            return Predictions.of(classes(), halves);
        }
    }

    @Test
    void bayesThresholdIsTheFalseAlarmsPartOfBothCosts() {
        assertThat(COSTS.threshold()).isEqualTo(0.1);
        assertThat(COSTS.best(new double[] {0.91, 0.09})).isEqualTo("no");
        assertThat(COSTS.best(new double[] {0.89, 0.11})).isEqualTo("yes");
        assertThat(ClassWeights.byCost(COSTS).weights()).isEqualTo(Map.of("no", 0.2, "yes", 1.8));
    }

    @Test
    void rightAnswersMayCostToo() {
        var costs = new CostMatrix(List.of("no", "yes"), new double[][] {{0, 10}, {100, 10}});

        assertThat(costs.threshold()).isEqualTo(0.1);
    }

    @Test
    void ofSeveralClassesTheCheapestIsNamed() {
        var costs =
                new CostMatrix(
                        List.of("a", "b", "c"), new double[][] {{0, 1, 1}, {1, 0, 1}, {9, 9, 0}});

        assertThat(costs.best(new double[] {0.5, 0.35, 0.15})).isEqualTo("c");
        assertThat(costs.best(new double[] {0.6, 0.36, 0.04})).isEqualTo("a");
    }

    @Test
    void eachGoalChoosesItsThreshold() {
        // Found and wrong, by threshold: .95 1/0, .9 2/0, .8 2/1, .7 3/1, .6 3/2, .5 3/4, .4 4/4.
        assertThat(tuner().toPrecision(0.75).threshold()).isEqualTo(0.7);
        assertThat(tuner().toPrecision(1).threshold()).isEqualTo(0.9);
        assertThat(tuner().toAlarms(3).threshold()).isEqualTo(0.9);
        assertThat(tuner().toAlarms(7).threshold()).isEqualTo(0.7);
        assertThat(tuner().toAlarms(0).threshold()).isInfinite();
        assertThat(tuner().toF1().threshold()).isEqualTo(0.7);
        assertThat(tuner().toCost(COSTS).threshold()).isEqualTo(0.4);
        assertThat(tuner().toCost(COSTS).cost(COSTS)).isEqualTo(20);
        assertThat(tuner().toCost(CostMatrix.of("no", "yes", 45, 5)).threshold()).isEqualTo(0.9);
        assertThat(tuner().at(0.55).recall()).isEqualTo(0.75);
        assertThat(new OperatingPoint("a", "no", "yes", 0.999999999999998, 1, 0, 0, 1).headline())
                .isEqualTo("a: yes from probability 0.999999999999998 on");
        assertThat(new OperatingPoint("a", "no", "yes", 0.99961234, 1, 0, 0, 1).headline())
                .isEqualTo("a: yes from probability 0.9996123 on");
        assertThat(tuner().toF1())
                .hasToString(
                        "largest F1: yes from probability 0.7000 on; 4 alarms, precision 0.7500, recall 0.7500");
    }

    /** The numbers are scikit-learn's precision_recall_curve(y, 1 - p, pos_label="no"). */
    @Test
    void theOtherClassIsTunedWhereItIsNamed() {
        var point = tuner().positive("no").toF1();

        assertThat(point.positive()).isEqualTo("no");
        assertThat(point.threshold()).isCloseTo(0.2, within(1e-12));
        assertThat(point.f1()).isCloseTo(0.8571428571428571, within(1e-12));
        assertThat(point.precision()).isEqualTo(0.75);
        assertThat(point.recall()).isEqualTo(1);
        assertThat(point.labels(predictions(0.81, 0.79))).containsExactly("yes", "no");
        assertThat(tuner().positive("no").toCost(COSTS).cost(COSTS))
                .as("no rows cost the same, whoever alarms")
                .isEqualTo(tuner().toCost(COSTS).cost(COSTS));
        assertThat(tuner().positive("yes").toF1()).isEqualTo(tuner().toF1());
        refused(() -> tuner().positive("churn"), "no class 'churn'; there are: no, yes");
    }

    @Test
    void whereTheFrequentClassIsTunedByItsNameAloneItIsTold() {
        var rows = Table.create(StringColumn.create("y", "churn", "stay", "stay"));
        var said =
                Predictions.of(
                        List.of("churn", "stay"),
                        new double[][] {{0.8, 0.2}, {0.3, 0.7}, {0.4, 0.6}});
        var tuner = ThresholdTuner.of(said, rows, "y");

        assertThat(tuner.toF1().goal())
                .isEqualTo(
                        "largest F1; 'stay' is tuned because it is the second class by order; positive(\"churn\") tunes the rarer one");
        assertThat(tuner.positive("stay").toF1().goal()).isEqualTo("largest F1");
        assertThat(tuner.positive("churn").toF1().threshold()).isEqualTo(0.8);
    }

    @Test
    void theThresholdNamesTheClassesOfOtherRows() {
        var labels = tuner().toPrecision(0.75).labels(predictions(0.69, 0.7, 0.71));

        assertThat(labels).containsExactly("no", "yes", "yes");
    }

    @Test
    void noOtherThresholdCostsLess() {
        var random = new Random(3);
        var y = StringColumn.create("y");
        var scores = new double[500];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble();
            y.append(random.nextDouble() < scores[i] * scores[i] ? "yes" : "no");
        }
        var tuned = ThresholdTuner.of(predictions(scores), Table.create(y), "y");

        double least = tuned.toCost(COSTS).cost(COSTS);

        for (int percent = 0; percent <= 100; percent++) {
            assertThat(tuned.at(percent / 100.0).cost(COSTS)).isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void aModelOfBalancedRowsIsHonestAfterTheCorrection() {
        var world = Table.create(StringColumn.create("y"));
        var learnt = Table.create(StringColumn.create("y"));
        for (int i = 0; i < 1000; i++) {
            world.stringColumn("y").append(i < 50 ? "yes" : "no");
            learnt.stringColumn("y").append(i < 500 ? "yes" : "no");
        }

        var honest = PriorCorrection.of(learnt, world, "y").apply(predictions(0.5, 0.9, 0));

        assertThat(honest.probabilities("yes")[0]).isCloseTo(0.05, within(1e-12));
        assertThat(honest.probabilities("yes")[1]).isCloseTo(0.3214285714285715, within(1e-12));
        assertThat(honest.probabilities("yes")[2]).isZero();
    }

    @Test
    void costsThatAreNoneAreRefused() {
        refused(
                () -> new CostMatrix(List.of("a", "b"), new double[][] {{0, 1}}),
                "the cost matrix has 1 row for 2 classes (a, b); it is square: a row for each true class, a number in it for each predicted one");
        refused(
                () -> new CostMatrix(List.of("a", "b"), new double[][] {{0, 1}, {1}}),
                "the cost matrix has 1 number in row 'b' for 2 classes (a, b); it is square: a row for each true class, a number in it for each predicted one");
        refused(
                () -> CostMatrix.of("no", "yes", -1, 5),
                "to take 'no' for 'yes' costs -1.0, and to be right 0.0; an error must cost more, and both be finite");
        refused(
                () -> CostMatrix.of("no", "no", 1, 5),
                "costs need two different classes or more, got [no, no]");
        refused(
                () -> tuner().toCost(CostMatrix.of("0", "1", 1, 5)),
                "no cost for class 'no'; there are: 0, 1");
    }

    @Test
    void weightsThatAreNoneAreRefused() {
        refused(
                () -> ClassWeights.of(Map.of("a", 1.0)),
                "there are weights of one class only, {a=1.0}; weights tell two classes or more apart");
        refused(
                () -> ClassWeights.of(Map.of("a", -1.0, "b", 2.0)),
                "the weight of class 'a' is -1.0; it must be finite and 0 or more");
        refused(
                () -> new ClassWeights(new TreeMap<>(Map.of("a", 0.0, "b", 0.0))),
                "all weights are 0, of a, b; one at least must be above 0");
        refused(
                () -> ClassWeights.effectiveNumber(ROWS, "y", 1),
                "beta must be at least 0 and below 1, such as 0.999, got 1.0");
        refused(
                () -> ClassWeights.balanced(Table.create(StringColumn.create("y", "a", "a")), "y"),
                "label 'y' has one class only, 'a', in 2 rows; a model needs at least two to tell apart");
        refused(
                () -> ClassWeights.of(new TreeMap<>(Map.of("a", 1.0, "b", 2.0))).ofRows(ROWS, "y"),
                "no weight for class 'no'; there are: a, b");
    }

    @Test
    void whatCannotBeTunedIsRefused() {
        refused(() -> tuner().toPrecision(1.5), "precision must be above 0 and at most 1, got 1.5");
        refused(
                () ->
                        ThresholdTuner.of(
                                        predictions(0.9, 0.1),
                                        Table.create(StringColumn.create("y", "no", "yes")),
                                        "y")
                                .toPrecision(0.9),
                "no threshold has a precision of 0.9 on these rows; the most is 0.5000, with recall 1.0000");
        refused(
                () ->
                        ThresholdTuner.of(
                                predictions(0.9),
                                Table.create(StringColumn.create("y", "no")),
                                "y"),
                "class 'yes' has none of the rows to tune by, 1; a threshold needs rows of both");
        refused(() -> tuner().toAlarms(-1), "the number of alarms must be 0 or more, got -1");
        refused(
                () -> PriorCorrection.of(0.5, 0),
                "the share of a class must be between 0 and 1, got 0.0");
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /** Shares of 0.9, 0.06 and 0.04 over thirds. */
    @Test
    void aFactorIsTheQuotientOfCountsAndNoMore() {
        var world = StringColumn.create("y");
        for (int row = 0; row < 100; row++) {
            world.append(row < 90 ? "a" : row < 96 ? "b" : "c");
        }
        var learnt = StringColumn.create("y");
        for (int row = 0; row < 60; row++) {
            learnt.append(row % 3 == 0 ? "a" : row % 3 == 1 ? "b" : "c");
        }

        assertThat(PriorCorrection.of(Table.create(learnt), Table.create(world), "y").factors())
                .containsExactly(2.7, 0.18, 0.12);
    }

    @Test
    void probabilitiesThatDoNotAddUpAreNone() {
        var costs = CostMatrix.of("neg", "pos", 5, 200);
        refused(
                () -> costs.best(new double[] {0.9, 0.9}),
                "the probabilities of a row's classes add up to 1, and [0.9, 0.9] to 1.80; divide each by their sum");
        refused(
                () -> costs.best(new double[] {0, 0}),
                "the probabilities of a row's classes add up to 1, and [0.0, 0.0] to 0.00; divide each by their sum");
        assertThat(costs.best(new double[] {0.99, 0.01})).isEqualTo("neg");
        double[][] three = {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}};
        assertThat(
                        new CostMatrix(List.of("a", "b", "c"), three)
                                .best(new double[] {0.34, 0.33, 0.33f - 0.001}))
                .isEqualTo("a");
    }
}
