package himalia.evaluation.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import himalia.evaluation.Metric;
import himalia.evaluation.Report;
import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.LeaveOneOut;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.model.UnfitCell;
import himalia.sampling.NearestMean;
import himalia.sampling.RandomUnderSampler;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What is refused before or between folds, and how undefined scores are told. */
class FoldSlipsTest {
    private static final Trainer NEVER =
            (rows, label) -> {
                throw new AssertionError("nothing is trained");
            };

    private static final Table ROWS =
            Table.create(
                    "rows",
                    IntColumn.create("y", IntStream.range(0, 60).map(i -> i % 15 / 14).toArray()),
                    DoubleColumn.create("x", IntStream.range(0, 60).asDoubleStream().toArray()));

    @Test
    void aRowThatIsRefusedIsNamedAsTheTableNumbersIt() {
        Trainer refusing =
                (rows, label) -> {
                    int row = rows.doubleColumn("x").asList().indexOf(33.0);
                    throw new IllegalArgumentException("'x' is odd in row " + row);
                };

        assertThatThrownBy(
                        () ->
                                CrossValidation.of(refusing, ROWS, "y", new KFold(3))
                                        .scores("accuracy"))
                .hasMessage(
                        "'x' is odd in row 13; of the 40 rows that fold 0 learns from, row 13 is row 33 of the table");
    }

    /** Refuses a cell as models do, by the row that it was given. */
    private static final Trainer UNFIT =
            (rows, label) -> {
                int row = rows.doubleColumn("x").asList().indexOf(44.0);
                throw new UnfitCell("x", row, "is odd", "'x' is 1 in row 1 but odd here");
            };

    @Test
    void aCellThatIsRefusedKeepsItsKindAndIsFoundByItsRow() {
        assertThatThrownBy(() -> judge(UNFIT))
                .isInstanceOfSatisfying(
                        UnfitCell.class, cell -> assertThat(cell.row()).isEqualTo(44))
                .hasMessage(
                        "'x' is 1 in row 1 but odd here; of the 40 rows that fold 0 learns from, row 24 is row 44 of the table");
    }

    /** What has been drawn before, or is cut once more, has numbers of its own. */
    @Test
    void aRowOfOtherRowsThanTheFoldsIsToldAsItIs() {
        var sampled = Pipeline.of(new RandomUnderSampler(42)).train(UNFIT);
        assertThatThrownBy(() -> judge(sampled)).hasMessage("'x' is 1 in row 1 but odd here");
        assertThatThrownBy(() -> judge(Pipeline.of(new StandardScaler()).train(sampled)))
                .hasMessage("'x' is 1 in row 1 but odd here");
        var nested = new ModelSelector(List.of(UNFIT, UNFIT), new KFold(2), "accuracy");
        assertThatThrownBy(() -> judge(nested))
                .hasMessageMatching("[^;]*; of the 20 rows that fold \\d learns from[^;]*");
        Trainer hidden = nested::fit;
        assertThatThrownBy(() -> judge(hidden))
                .hasMessageMatching("[^;]*; of the 20 rows that fold \\d learns from[^;]*");
    }

    /** A curve judges by the rows it learns from, too. */
    @Test
    void aRowThatIsRefusedInPredictionIsNamedAsTheTableNumbersIt() {
        assertThatThrownBy(() -> curve(22))
                .hasMessage(
                        "odd in row 2; of the 40 rows that a model learns from, row 2 is row 22 of the table");
        assertThatThrownBy(() -> curve(0))
                .hasMessage(
                        "odd in row 0; of the 20 rows that a model is judged by, row 0 is row 0 of the table");
    }

    private record Balks(double at) implements Trainer {
        @Override
        public Model fit(Table learnt, String label) {
            var model = new NearestMean().fit(learnt, label);
            return new Model() {
                @Override
                public Schema schema() {
                    return model.schema();
                }

                @Override
                public Trainer trainer() {
                    return Balks.this;
                }

                @Override
                public Predictions predict(Table rows) {
                    int row = rows.doubleColumn("x").asList().indexOf(at);
                    if (row >= 0) {
                        throw new IllegalArgumentException("odd in row " + row);
                    }
                    return model.predict(rows);
                }
            };
        }
    }

    private static void curve(double at) {
        ScoreCurve.validation(Balks::new, "at", ROWS, "y", new KFold(3), "accuracy", at);
    }

    private static void judge(Trainer trainer) {
        CrossValidation.of(trainer, ROWS, "y", new KFold(3)).scores("accuracy");
    }

    @Test
    void aGroupThatIsNoColumnIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> CrossValidation.of(NEVER, ROWS, "y", new GroupKFold(3, "nope")))
                .hasMessage("no column 'nope' in table 'rows'. There are: y, x");
    }

    @Test
    void aStepOfTheColumnThatFoldsAreCutByIsToldSo() {
        var rows = ROWS.copy().addColumns(ROWS.column("x").copy().setName("g"));
        var scaled = Pipeline.of(new StandardScaler("g")).train(new NearestMean());
        var told =
                "GroupKFold cuts by 'g', which is no feature then, so that steps and trainers do not see it: leave 'g' out of them";

        assertThatThrownBy(
                        () ->
                                CrossValidation.of(scaled, rows, "y", new GroupKFold(3, "g"))
                                        .scores("accuracy"))
                .hasMessage(told);
        assertThatThrownBy(
                        () ->
                                ScoreCurve.learning(
                                        scaled, rows, "y", new GroupKFold(3, "g"), "accuracy", 1))
                .hasMessage(told);
        var unknown = Pipeline.of(new StandardScaler("h")).train(new NearestMean());
        assertThatThrownBy(
                        () ->
                                CrossValidation.of(unknown, rows, "y", new GroupKFold(3, "g"))
                                        .scores("accuracy"))
                .hasMessageStartingWith("no column 'h' in table 'rows'");
    }

    @Test
    void aMetricOfOnesOwnMayReadClassesInFoldsOfOne() {
        var rows =
                Table.create(
                        IntColumn.create("y", 1, 1, 1, 2, 2, 2),
                        DoubleColumn.create("x", 1, 2, 3, 4, 5, 6));
        var own = Metric.of("own", true, report -> ((Report) report).accuracy());
        var cv = CrossValidation.of(new NearestMean(), rows, "y", new LeaveOneOut());
        assertThatCode(() -> cv.checkDefined(own)).doesNotThrowAnyException();
    }

    @Test
    void aRowAloneIsNotLeftOut() {
        assertThatThrownBy(() -> new LeaveOneOut().split(ROWS.first(1), "y"))
                .hasMessage(
                        "LeaveOneOut judges each row by a model of all others, and 1 row alone has none; take a table of more rows");
    }

    /** The last words of the progress stay on the page, and are read as the result. */
    @Test
    void theProgressEndsWithTheMeanOfAllFolds() {
        assertThat(scores("accuracy", 1, 1, 0).firstMean()).isEqualTo("mean accuracy 0.6667");
        assertThat(scores("roc_auc", 1, Double.NaN).firstMean())
                .isEqualTo("mean roc_auc undefined");
    }

    @Test
    void aTableWithoutRowsIsToldOf() {
        for (var label : List.of("x", "y")) {
            assertThatThrownBy(
                            () -> CrossValidation.of(NEVER, ROWS.emptyCopy(), label, new KFold(3)))
                    .hasMessage("the table has no rows; there is nothing to cut into folds");
        }
    }

    @Test
    void aMetricThatSomeFoldsCannotHaveIsRefusedBeforeTraining() {
        var selector =
                new ModelSelector(List.of(NEVER, NEVER), new StratifiedKFold(5, 42), "pr_auc");

        assertThatThrownBy(() -> selector.fit(ROWS, "y"))
                .hasMessageStartingWith("pr_auc is undefined in fold ")
                .hasMessageEndingWith(
                        " of 5, which is judged by no row of class '1': class '1' has 4 rows, and 5 folds need one each; take at most 4 folds, or take another metric");
        assertThatThrownBy(
                        () ->
                                new ModelSelector(
                                                List.of(NEVER),
                                                new StratifiedKFold(4, 42),
                                                "pr_auc")
                                        .fit(ROWS, "y"))
                .hasMessage("nothing is trained");
    }

    /** 20,000 prices are as many classes to whoever does not know better. */
    @Test
    void manyClassesAreAskedAboutInNoTime() {
        var homes =
                Table.create(
                        "homes",
                        IntColumn.create(
                                "price", IntStream.range(0, 50_000).map(i -> i * 7 % 20_000)),
                        DoubleColumn.create("x", IntStream.range(0, 50_000).asDoubleStream()));
        assertTimeout(
                Duration.ofSeconds(20),
                () -> {
                    assertThatThrownBy(() -> selected(homes, "rmse"))
                            .hasMessage("nothing is trained");
                    assertThatThrownBy(() -> selected(homes, "f1(1)"))
                            .hasMessage("nothing is trained");
                    assertThatThrownBy(() -> selected(homes, "roc_auc_ovr"))
                            .hasMessageStartingWith("roc_auc_ovr is undefined in fold 0 of 5, ");
                });
    }

    private static void selected(Table table, String metric) {
        new ModelSelector(List.of(NEVER), new KFold(5, 42), metric).fit(table, "price");
    }

    @Test
    void aMeanThatIsUndefinedIsToldOf() {
        assertThat(scores("pr_auc", 0.5, Double.NaN, 0.75).bundle().text())
                .endsWith(
                        "pr_auc is undefined in 1 of 3 folds, and so is its mean. Each fold should be judged by rows of every class, or by numbers that differ: take StratifiedKFold, rows in another order, or fewer folds, or another metric.");
        assertThat(scores("pr_auc", 0.5, Double.NaN).bundle().text())
                .endsWith(
                        "Each fold should be judged by rows of every class, or by numbers that differ: take StratifiedKFold, rows in another order, or more rows, or another metric.");
        assertThat(scores("pr_auc", 0.5, 0.75).bundle().text()).doesNotContain("undefined");
    }

    /** No area is above 1, no loss below 0; of a metric of one's own nobody knows. */
    @Test
    void anIntervalEndsWhereItsMetricDoes() {
        var auc = scores("roc_auc", 0.2, 1, 0.9).interval("roc_auc", 0.95);
        assertThat(auc.low()).isZero();
        assertThat(auc.high()).isOne();
        assertThat(scores("rmse", 0.2, 1, 0.9).interval("rmse", 0.95).low()).isZero();
        assertThat(scores("rmse", 0.2, 1, 0.9).interval("rmse", 0.95).high()).isGreaterThan(1);
        assertThat(scores("mcc", 0.1, 0, -0.1).interval("mcc", 0.95).low()).isNegative();
        assertThat(scores("hits", 0.2, 1, 0.9).interval("hits", 0.95).high()).isGreaterThan(1);
    }

    private static CrossValidationScores scores(String metric, double... values) {
        return new CrossValidationScores(
                "Tree",
                Arrays.stream(values)
                        .mapToObj(
                                value ->
                                        new FoldScores(
                                                Map.of(metric, value),
                                                20,
                                                10,
                                                Duration.ZERO,
                                                Duration.ZERO))
                        .toList());
    }

    /** The first two rows alone are rare, so that the first of five folds is judged by both. */
    @Test
    void aFoldOfOneClassIsNamed() {
        var rare =
                Table.create(
                        IntColumn.create("y", IntStream.range(0, 60).map(i -> i < 2 ? 1 : 0)),
                        DoubleColumn.create("x", IntStream.range(0, 60).asDoubleStream()));
        var label =
                "label 'y' has one class only, '0', in %d rows; a model needs at least two to tell apart; ";

        assertThatThrownBy(
                        () ->
                                CrossValidation.of(new NearestMean(), rare, "y", new KFold(5))
                                        .scores("accuracy"))
                .hasMessage(
                        label.formatted(48)
                                + "these are the rows that fold 0 learns from: take a splitter that deals each class to all folds, such as StratifiedKFold of at most 2 folds, as many as class '1' has rows");
        assertThatThrownBy(
                        () ->
                                ScoreCurve.learning(
                                        new NearestMean(),
                                        ROWS,
                                        "y",
                                        new StratifiedKFold(3),
                                        "accuracy"))
                .hasMessage(
                        "shares of the rows to learn from are missing; name some, such as 0.1, 0.3, 1");
        assertThatThrownBy(
                        () ->
                                ScoreCurve.learning(
                                        new NearestMean(),
                                        ROWS,
                                        "y",
                                        new StratifiedKFold(3),
                                        "accuracy",
                                        0.05,
                                        1))
                .hasMessage(
                        label.formatted(2)
                                + "these are the rows that fold 0, at the share 0.05 of them, learns from: take a larger share, or mix the rows by shuffledLearning");
    }
}
