package himalia.training;

import static himalia.reference.ModelReference.doubles;
import static himalia.reference.ModelReference.json;
import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import himalia.display.bundle.Display;
import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import himalia.evaluation.calibration.CalibratedClassifier;
import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.PredefinedSplit;
import himalia.evaluation.folds.ShuffleSplit;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.folds.TimeSeriesSplit;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.ModelSelector;
import himalia.evaluation.validation.ScoreCurve;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Trainer;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Cross-validation against scikit-learn's, fold by fold: reference/cross_validation.py. */
class CrossValidationTest {
    private static final Trainer LOGISTIC = logistic(1.0);

    private static Trainer logistic(double c) {
        return Pipeline.of(new StandardScaler()).train(new LogisticRegression(c));
    }

    @Test
    void twoClassesAreScoredAsScikitLearnScoresThem() {
        sameScores("binary", LOGISTIC, new StratifiedKFold(5), 1e-5);
    }

    @Test
    void moreClassesToo() {
        sameScores("multiclass", LOGISTIC, new StratifiedKFold(3), 1e-5);
    }

    @Test
    void andNumbers() {
        sameScores("numbers", new LinearRegression(), new KFold(5), 1e-6);
    }

    private static void sameScores(String name, Trainer trainer, Splitter splitter, double off) {
        var given = json("cross_validation").getAsJsonObject(name);
        var expected = given.getAsJsonObject("scores");
        var names = expected.keySet().toArray(String[]::new);

        var scores =
                CrossValidation.of(trainer, table(given.get("data").getAsString()), "y", splitter)
                        .scores(names);

        for (var metric : names) {
            var values = doubles(expected.getAsJsonArray(metric));
            for (int fold = 0; fold < values.length; fold++) {
                assertThat(scores.values(metric)[fold])
                        .as(metric)
                        .isCloseTo(values[fold], within(off * Math.max(1, Math.abs(values[fold]))));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void calibratedClassifiersAreScikitLearns(CalibratedClassifier.Method method) {
        var expected =
                json("cross_validation")
                        .getAsJsonObject("calibrated")
                        .getAsJsonArray(method.name().toLowerCase(Locale.ROOT));
        var calibrated = new CalibratedClassifier(LOGISTIC, method, new StratifiedKFold(3));

        var scores =
                CrossValidation.of(calibrated, table("breast_cancer"), "y", new StratifiedKFold(3))
                        .scores("neg_brier_score");

        assertThat(scores.values("neg_brier_score"))
                .containsExactly(doubles(expected), within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({
        "SIGMOID, calibrated_shares, neg_brier_score",
        "SIGMOID, calibrated_shares, neg_log_loss",
        "TEMPERATURE, tempered_shares, neg_brier_score",
        "TEMPERATURE, tempered_shares, neg_log_loss"
    })
    void calibratedSharesAreScikitLearns(
            CalibratedClassifier.Method method, String name, String metric) {
        var expected = json("cross_validation").getAsJsonObject(name).getAsJsonArray(metric);
        var neighbours = Pipeline.of(new StandardScaler()).train(new KNeighborsClassifier(5));
        var calibrated = new CalibratedClassifier(neighbours, method, new StratifiedKFold(3));

        var scores =
                CrossValidation.of(calibrated, table("breast_cancer"), "y", new StratifiedKFold(3))
                        .scores(metric);

        assertThat(scores.values(metric)).containsExactly(doubles(expected), within(1e-5));
    }

    @Test
    void aValidationCurveIsScikitLearns() {
        JsonObject given = json("cross_validation").getAsJsonObject("validation_curve");

        var curve =
                ScoreCurve.validation(
                        CrossValidationTest::logistic,
                        "c",
                        table("breast_cancer"),
                        "y",
                        new StratifiedKFold(3),
                        "neg_log_loss",
                        doubles(given.getAsJsonArray("c")));

        for (int i = 0; i < 3; i++) {
            var train = doubles(given.getAsJsonArray("train").get(i).getAsJsonArray());
            var test = doubles(given.getAsJsonArray("test").get(i).getAsJsonArray());
            assertThat(curve.train()[i]).containsExactly(train, within(1e-4));
            assertThat(curve.test()[i]).containsExactly(test, within(1e-4));
        }
        assertThat(Display.renderers().render(curve).text()).contains("neg_log_loss over c");
    }

    @Test
    void moreRowsHelpAndTheWholeOfThemAreTheFolds() {
        var table = table("breast_cancer");
        var splitter = new StratifiedKFold(3, 42);

        var curve =
                ScoreCurve.learning(LOGISTIC, table, "y", splitter, "neg_log_loss", 0.1, 0.5, 1);

        assertThat(curve.x()).containsExactly(37, 189, 379);
        assertThat(curve.testMeans()[2]).isGreaterThan(curve.testMeans()[0]);
        var scores = CrossValidation.of(LOGISTIC, table, "y", splitter).scores("neg_log_loss");
        // Two folds of three learn from as many rows as the smallest, and are the
        // cross-validation's.
        assertThat(curve.test()[2][0]).isCloseTo(scores.values("neg_log_loss")[0], within(1e-4));
        var mixed =
                ScoreCurve.shuffledLearning(
                        LOGISTIC, table, "y", splitter, "neg_log_loss", 7, 0.1, 1);
        assertThat(mixed.test()[0]).isNotEqualTo(curve.test()[0]);
        assertThat(mixed.test()[1]).containsExactly(curve.test()[2], within(1e-2));
    }

    @Test
    void aLearningCurveIsScikitLearns() {
        var given = json("cross_validation").getAsJsonObject("learning_curve");

        var curve =
                ScoreCurve.learning(
                        LOGISTIC,
                        table("breast_cancer"),
                        "y",
                        new TimeSeriesSplit(4),
                        "neg_log_loss",
                        0.3,
                        0.5,
                        1);

        assertThat(curve.x()).containsExactly(doubles(given.getAsJsonArray("sizes")));
        for (int i = 0; i < 3; i++) {
            var train = doubles(given.getAsJsonArray("train").get(i).getAsJsonArray());
            var test = doubles(given.getAsJsonArray("test").get(i).getAsJsonArray());
            assertThat(curve.train()[i]).containsExactly(train, within(1e-4));
            assertThat(curve.test()[i]).containsExactly(test, within(1e-4));
        }
    }

    @Test
    void eachRowsPredictionIsThatOfAModelThatHasNotSeenIt() {
        var table = table("wine");
        var splitter = new StratifiedKFold(4, 42);
        var cv = CrossValidation.of(LOGISTIC, table, "y", splitter);

        var predictions = cv.outOfFold();

        for (var fold : splitter.split(table, "y")) {
            var model = LOGISTIC.fit(fold.train(table), "y");
            var test = model.predict(fold.test(table));
            var rows = fold.testRows();
            for (int i = 0; i < rows.length; i++) {
                assertThat(predictions.probabilities(rows[i])).isEqualTo(test.probabilities(i));
            }
        }
        var report = (Report) cv.evaluation();
        assertThat(report.rows()).isEqualTo(178);
        var scores = cv.scores("accuracy");
        double right = 0;
        for (var fold : scores.folds()) {
            right += fold.metrics().get("accuracy") * fold.testRows();
        }
        assertThat(report.accuracy()).isCloseTo(right / 178, within(1e-12));
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(
                                                LOGISTIC, table, "y", new ShuffleSplit(9, 0.5, 1))
                                        .outOfFold())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching("row \\d+ is judged by several times, so it has no one .*");
    }

    @Test
    void anInterruptKeepsWhatIsDone() {
        var trained = new int[1];
        Trainer slow =
                (rows, label) -> {
                    if (++trained[0] == 3) {
                        Thread.currentThread().interrupt();
                    }
                    return LOGISTIC.fit(rows, label);
                };
        var cv = CrossValidation.of(slow, table("wine"), "y", new StratifiedKFold(5, 42));

        assertThatThrownBy(() -> cv.scores("accuracy"))
                .isInstanceOf(CancellationException.class)
                .hasMessageStartingWith("cross-validation was interrupted after ")
                .hasMessageEndingWith(
                        " of 5 folds; a CrossValidation in a variable keeps them, and its scores(…) goes on");
        assertThat(Thread.interrupted()).isTrue();
        int done = cv.done();
        assertThat(done).isBetween(2, 3);
        int before = trained[0];

        assertThat(cv.scores("accuracy").folds()).hasSize(5);
        assertThat(trained[0] - before).isEqualTo(5 - done);
        cv.scores("f1_macro", "log_loss");
        assertThat(trained[0] - before).as("no model is trained again").isEqualTo(5 - done);
    }

    @Test
    void theChoiceIsNestedAndTheBestOneIsTrained() {
        var table = table("breast_cancer");
        var selector =
                new ModelSelector(
                        List.of(logistic(1e-5), logistic(1.0)),
                        new StratifiedKFold(3, 42),
                        "log_loss");

        var model = selector.fit(table, "y");

        assertThat(model.trainer()).isEqualTo(logistic(1.0));
        var nested = CrossValidation.of(selector, table, "y", new StratifiedKFold(3, 7));
        assertThat(nested.scores("roc_auc").mean("roc_auc")).isGreaterThan(0.98);
    }

    /** By Nadeau and Bengio's formula in scipy: scipy.stats.t.interval over sqrt(var·(1/k + test/train)). */
    @Test
    void theSummaryTellsHowSureItIs() {
        var table = table("wine");

        var scores =
                CrossValidation.of(LOGISTIC, table, "y", new StratifiedKFold(3))
                        .scores("neg_log_loss");

        var values = scores.values("neg_log_loss");
        double mean = (values[0] + values[1] + values[2]) / 3;
        double variance =
                IntStream.range(0, 3).mapToDouble(i -> Math.pow(values[i] - mean, 2)).sum() / 2;
        // Student's quantile of two degrees is 4.30265, and the test parts are half of the others.
        double margin =
                4.302652729696142 * Math.sqrt(variance * (1 / 3.0 + scores.testOverTrain()));
        assertThat(scores.testOverTrain()).isCloseTo(0.5, within(0.01));
        var interval = scores.interval("neg_log_loss", 0.95);
        assertThat(interval.low()).isCloseTo(mean - margin, within(1e-9));
        assertThat(interval.high()).isCloseTo(Math.min(0, mean + margin), within(1e-9));
        assertThat(scores.table().columnNames())
                .containsExactly(
                        "fold",
                        "neg_log_loss",
                        "train rows",
                        "test rows",
                        "fit seconds",
                        "predict seconds");
        assertThat(scores.bundle().text())
                .startsWith("Pipeline")
                .contains(" 3 folds, trained in ")
                .contains("neg_log_loss", "deviation", "fold 2");
    }

    @Test
    void whatSaysWhereRowsBelongIsNoFeature() {
        var table = table("wine");
        var groups = IntStream.range(0, 178).map(row -> row % 12).toArray();
        var read = new TreeSet<String>();
        Trainer spy =
                (rows, label) -> {
                    read.addAll(rows.columnNames());
                    return LOGISTIC.fit(rows, label);
                };
        var grouped = table.copy().addColumns(IntColumn.create("g", groups));

        CrossValidation.of(spy, grouped, "y", new GroupKFold(3, "g")).scores();

        assertThat(read).containsExactlyInAnyOrderElementsOf(table.columnNames());
    }

    @Test
    void aClassThatAFoldHasNotLearntHasProbabilityZeroThere() {
        var table =
                Table.create(
                        IntColumn.create("x", 1, 2, 3, 4, 5, 6, 7, 8),
                        StringColumn.create("y", "a", "b", "a", "b", "a", "b", "c", "c"),
                        IntColumn.create("fold", 0, 0, 0, 0, -1, -1, 1, 1));

        var cv = CrossValidation.of(LOGISTIC, table, "y", new PredefinedSplit("fold"));

        assertThat(cv.scores("accuracy").values("accuracy")[1]).isZero();
    }

    @Test
    void slipsAreToldBeforeAnythingIsTrained() {
        var table = table("wine");
        Trainer never =
                (rows, label) -> {
                    throw new AssertionError("trained");
                };
        var cv = CrossValidation.of(never, table, "y", new StratifiedKFold(3));

        assertThatThrownBy(() -> cv.scores("auc")).hasMessageStartingWith("no metric 'auc'");
        assertThatThrownBy(() -> CrossValidation.of(never, table, "z", new KFold(3)))
                .hasMessageStartingWith("no column 'z'");
        assertThatThrownBy(() -> CrossValidation.of(never, table, "y", new GroupKFold(3, "y")))
                .hasMessage("'y' is the label, and cannot say which rows belong together, too");
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(LOGISTIC, table, "y", new StratifiedKFold(3))
                                        .scores("rmse"))
                .hasMessageStartingWith(
                        "rmse judges numbers, and Pipeline tells classes apart; take one of accuracy, ");
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(LOGISTIC, table, "y", new StratifiedKFold(3))
                                        .scores("accuracy")
                                        .mean("mcc"))
                .hasMessage(
                        "'mcc' was not asked for; there are: accuracy; CrossValidation.scores(\"mcc\") computes it without training again");
        assertThatThrownBy(() -> new ModelSelector(List.of(), new KFold(3), "r2"))
                .hasMessage("there are no candidates to choose among");
        assertThatThrownBy(
                        () ->
                                ScoreCurve.learning(
                                        LOGISTIC,
                                        table,
                                        "y",
                                        new StratifiedKFold(3),
                                        "accuracy",
                                        2))
                .hasMessage("shares of the rows to learn from are above 0 and at most 1, got 2.0");
        assertThatThrownBy(
                        () ->
                                ScoreCurve.learning(
                                        LOGISTIC, table, "y", new KFold(3), "accuracy", 0.5, 0.1))
                .hasMessage("shares of the rows to learn from go up, got 0.1 after 0.5");
    }

    @Test
    void twoMetricsOfOneNameAreRefused() {
        var cv =
                CrossValidation.of(
                        LOGISTIC, table("breast_cancer"), "y", new StratifiedKFold(3, 42));
        var own = Metric.of("accuracy", true, judged -> 42);

        assertThatThrownBy(() -> cv.scores(List.of(Metric.named("accuracy"), own)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "two metrics are called 'accuracy', and scores are told by their names; give one of them another");
        assertThat(cv.done()).isZero();
        assertThat(cv.scores("accuracy", "accuracy").metrics()).containsExactly("accuracy");
    }
}
