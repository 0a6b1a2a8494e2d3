package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.comparison.ModelComparison;
import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.CrossValidationScores;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Trainer;
import himalia.training.LogisticRegression;
import himalia.training.Ridge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What the lines %evaluate and %compare ask of the library. */
class EvaluateMagicTest {
    private static final int ROWS = 60;

    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Trainer trainer = new LogisticRegression(1.0);
    private final Table table =
            Table.create(
                    "train",
                    DoubleColumn.create("x", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                    IntColumn.create(
                            "y", IntStream.range(0, ROWS).map(i -> i * 7 % 60 / 30).toArray()),
                    IntColumn.create("g", IntStream.range(0, ROWS).map(i -> i % 10).toArray()));

    private Object line(String magic, String words, Object... values) throws Exception {
        var all = new ArrayList<Object>(List.of(words.split(" ")));
        for (var value : values) {
            all.add(value);
        }
        return catalog.line(notebook, magic, all);
    }

    @Test
    void aTrainerIsCrossValidated() throws Exception {
        var scores =
                (CrossValidationScores)
                        line(
                                "evaluate",
                                "--label y --folds 3 --seed 7 --metric roc_auc --metric f1",
                                new Value("trainer", trainer),
                                new Value("train", table));

        var expected =
                CrossValidation.of(trainer, table, "y", new StratifiedKFold(3, 7))
                        .scores("roc_auc", "f1");
        assertThat(scores.metrics()).containsExactly("roc_auc", "f1");
        assertThat(scores.values("roc_auc")).isEqualTo(expected.values("roc_auc"));
    }

    @Test
    void groupsStayTogether() throws Exception {
        var scores =
                (CrossValidationScores)
                        line(
                                "evaluate",
                                "--label y --folds 5 --group g",
                                new Value("trainer", trainer),
                                new Value("train", table));

        assertThat(scores.folds()).allMatch(fold -> fold.testRows() % 6 == 0);
        assertThat(scores.metrics()).contains("accuracy", "log_loss");
    }

    @Test
    void trainersAreCompared() throws Exception {
        var comparison =
                (ModelComparison)
                        line(
                                "compare",
                                "--label y --folds 3 --metric log_loss --trainer",
                                new Value("trainer", trainer),
                                "--trainer",
                                new Value("weak", new LogisticRegression(0.01)),
                                new Value("train", table));

        assertThat(comparison.scores()).hasSize(2);
        assertThat(comparison.verdict()).startsWith("By log_loss on 3 folds");
    }

    @Test
    void slipsAreTold() {
        assertThatThrownBy(
                        () ->
                                line(
                                        "evaluate",
                                        "--label y --in-order --group g",
                                        new Value("trainer", trainer),
                                        new Value("train", table)))
                .hasMessageContaining("only one of --repeats, --group and --in-order can be given");
        assertThatThrownBy(
                        () ->
                                line(
                                        "compare",
                                        "--label y --metric log_loss --trainer",
                                        new Value("trainer", trainer),
                                        new Value("train", table)))
                .hasMessageContaining("two trainers at least are compared, got 1");
    }

    private static Table numbers(int rows) {
        return Table.create(
                "homes",
                DoubleColumn.create("x", IntStream.range(0, rows).asDoubleStream().toArray()),
                IntColumn.create("y", IntStream.range(0, rows).map(i -> 150 + 7 * i).toArray()));
    }

    /** As cross_val_score of scikit-learn cuts for a regressor, however few rows there are, and whatever the label could name. */
    @Test
    void aRegressorsRowsAreCutAsThoseOfNumbers() throws Exception {
        var tables = List.of(numbers(6), numbers(12), numbers(19), numbers(40), table);
        for (var each : tables) {
            var scores =
                    (CrossValidationScores)
                            line(
                                    "evaluate",
                                    "--label y --folds 2 --metric rmse",
                                    new Value("ridge", new Ridge(1)),
                                    new Value("homes", each));
            var expected =
                    CrossValidation.of(new Ridge(1), each, "y", new KFold(2, 42)).scores("rmse");
            assertThat(scores.values("rmse")).isEqualTo(expected.values("rmse"));
        }
        var comparison =
                (ModelComparison)
                        line(
                                "compare",
                                "--label y --folds 3 --metric rmse --trainer",
                                new Value("one", new Ridge(1)),
                                "--trainer",
                                new Value("other", new Ridge(2)),
                                new Value("homes", numbers(12)));
        assertThat(comparison.scores()).hasSize(2);
    }

    /** Nobody knows before it has learnt what a trainer of one's own predicts: then the label tells, and a number that never comes twice names no class. */
    @Test
    void whereTheTrainerDoesNotKnowTheLabelTells() throws Exception {
        Trainer own = (rows, label) -> new Ridge(1).fit(rows, label);
        assertThat(
                        (CrossValidationScores)
                                line(
                                        "evaluate",
                                        "--label y --folds 2 --metric rmse",
                                        new Value("own", own),
                                        new Value("homes", numbers(6))))
                .extracting(scores -> scores.folds().size())
                .isEqualTo(2);
    }

    @Test
    void aTableOfOneClassIsToldSoAtOnce() {
        var one = table.where(table.intColumn("y").isEqualTo(1));
        assertThatThrownBy(
                        () ->
                                line(
                                        "evaluate",
                                        "--label y",
                                        new Value("trainer", trainer),
                                        new Value("one", one)))
                .hasMessage(
                        "%evaluate: label 'y' has one class only, '1', in 30 rows; a model needs at least two to tell apart");
    }

    @Test
    void noRepeatIsRefusedBesideGroupsToo() {
        assertThatThrownBy(
                        () ->
                                line(
                                        "evaluate",
                                        "--label y --repeats 0 --group g",
                                        new Value("trainer", trainer),
                                        new Value("train", table)))
                .hasMessage("%evaluate: --repeats must be at least 1, got 0");
    }
}
