package himalia.evaluation.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Metric;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.LeaveOneOut;
import himalia.evaluation.folds.Splitter;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Labels;
import himalia.model.Trainer;
import himalia.sampling.NearestMean;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What is said of folds that lack a class, or numbers, follows from who cuts the rows. */
class FoldAdviceOfModelsTest {
    /** Nothing is trained: a refusal comes before. */
    private static final Trainer NEVER =
            (rows, label) -> {
                throw new AssertionError("nothing is trained");
            };

    private static Table classes(String classes) {
        return Table.create(
                StringColumn.create("y", classes.split("")),
                DoubleColumn.create("x", IntStream.range(0, classes.length()).toArray()));
    }

    private static Table numbers(int... numbers) {
        return Table.create(DoubleColumn.create("y", numbers), DoubleColumn.create("x", numbers));
    }

    private static void check(Table table, Splitter splitter, String metric) {
        CrossValidation.of(NEVER, table, "y", splitter).checkDefined(Metric.named(metric));
    }

    /** scikit-learn: The least populated class in y has only 1 members. */
    @Test
    void stratifiedFoldsWithoutAClassAreNotToldToBeStratified() {
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(
                                                new NearestMean(),
                                                classes("aab"),
                                                "y",
                                                new StratifiedKFold(2, 42))
                                        .scores("accuracy"))
                .hasMessageStartingWith("label 'y' has one class only, 'a', in 1 row;")
                .hasMessageEndingWith(
                        " learns from: class 'b' has 1 row, and 2 folds need one each; get more rows of it");
    }

    @Test
    void aTableOfOneClassIsToldSo() {
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(
                                                (rows, label) -> {
                                                    Labels.toLearn(rows, label);
                                                    throw new AssertionError("one class");
                                                },
                                                classes("aaaa"),
                                                "y",
                                                new KFold(2))
                                        .scores("accuracy"))
                .hasMessageEndingWith(
                        "fold 0 learns from: all rows of the table are of it; take a table with rows of another class");
    }

    @Test
    void theNumberOfFoldsIsThatOfTheRarestClass() {
        var table = classes("bbbbbaaa");
        assertThatThrownBy(() -> check(table, new LeaveOneOut(), "roc_auc"))
                .hasMessage(
                        "roc_auc is undefined in fold 0 of 8, which is judged by no row of class 'a': take a splitter that deals each class to all folds, such as StratifiedKFold of at most 3 folds, as many as class 'a' has rows, or take another metric");
        assertThatThrownBy(() -> check(table, new KFold(8), "roc_auc"))
                .hasMessageContaining("at most 3 folds");
        assertThatThrownBy(() -> check(classes("aaabbbbb"), new LeaveOneOut(), "roc_auc"))
                .hasMessageContaining("judged by no row of class 'b'")
                .hasMessageContaining("at most 3 folds");
        check(table, new StratifiedKFold(3), "roc_auc");
    }

    /** scikit-learn: R^2 score is not well-defined with less than two samples. */
    @Test
    void aMetricOfNumbersIsToldOfNumbersBeforeTraining() {
        var table = numbers(5, 1, 4, 1, 3, 2, 6);
        assertThatThrownBy(() -> check(table, new LeaveOneOut(), "r2"))
                .hasMessage(
                        "r2 is undefined in fold 0 of 7, which is judged by 1 row, and needs two; take KFold of at most 3 folds, or take another metric, such as rmse");
        assertThatThrownBy(() -> check(table, new KFold(5), "r2"))
                .hasMessageStartingWith("r2 is undefined in fold 2 of 5, which is judged by 1 row");
        assertThatThrownBy(() -> check(table.first(3), new KFold(2), "r2"))
                .hasMessageEndingWith("and needs two; take another metric, such as rmse");
        check(table, new KFold(3), "r2");
        check(table, new LeaveOneOut(), "rmse");
    }

    @Test
    void aCurveWithoutPointsIsRefused() {
        assertThatThrownBy(
                        () ->
                                ScoreCurve.learning(
                                        NEVER,
                                        classes("aaabbbbb"),
                                        "y",
                                        new LeaveOneOut(),
                                        "roc_auc",
                                        0.5,
                                        1))
                .hasMessageStartingWith("roc_auc is undefined in fold 0 of 8")
                .hasMessageContaining("at most 3 folds");
        assertThatThrownBy(
                        () ->
                                ScoreCurve.validation(
                                        c -> NEVER,
                                        "c",
                                        numbers(1, 2, 3, 4),
                                        "y",
                                        new LeaveOneOut(),
                                        "r2",
                                        0.5,
                                        1))
                .hasMessageContaining("needs two; take KFold of at most 2 folds");
    }

    @Test
    void aPointThatCannotBeDrawnIsToldOf() {
        double[] x = {10, 20};
        double[][] all = {{0.5, 0.7}, {0.6, 0.8}};
        double[][] some = {{0.5, Double.NaN}, {0.6, 0.8}};
        for (var setting : List.of("rows", "c")) {
            assertThat(new ScoreCurve("hits", setting, x, all, some).bundle().text())
                    .contains(
                            "no points of other rows at 10.0: hits is undefined in some fold, and so is its mean");
            assertThat(new ScoreCurve("hits", setting, x, all, all).bundle().text())
                    .doesNotContain("undefined");
        }
    }

    @Test
    void scoresThatCannotBeComparedAreToldByWhatTheyJudge() {
        assertThatThrownBy(() -> scores("r2").comparable("r2"))
                .hasMessage(
                        "r2 is undefined in fold 1 of Tree, and nothing is better or worse than that; take fewer folds, each judged by two rows at least whose numbers differ, or another metric");
        assertThatThrownBy(() -> scores("f1").comparable("f1"))
                .hasMessageContaining("such as StratifiedKFold");
        assertThatThrownBy(() -> scores("hits").comparable("hits"))
                .hasMessageContaining("StratifiedKFold")
                .hasMessageContaining("whose numbers differ");
    }

    private static CrossValidationScores scores(String metric) {
        return new CrossValidationScores(
                "Tree",
                List.of(0.5, Double.NaN).stream()
                        .map(
                                value ->
                                        new FoldScores(
                                                Map.of(metric, value),
                                                20,
                                                10,
                                                Duration.ZERO,
                                                Duration.ZERO))
                        .toList());
    }

    @Test
    void whatAMetricJudgesIsKnownOfThoseThatHaveAName() {
        assertThat(Metric.named("r2").judges()).hasToString("Optional[NUMBERS]");
        assertThat(Metric.named("f1").positive("no").judges()).hasToString("Optional[CLASSES]");
        assertThat(Metric.of("hits", true, report -> 1).judges()).isEmpty();
    }
}
