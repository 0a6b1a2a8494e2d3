package himalia.training;

import static himalia.reference.ModelReference.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.folds.GroupKFold;
import himalia.evaluation.folds.PredefinedSplit;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.evaluation.validation.CrossValidation;
import himalia.evaluation.validation.ModelSelector;
import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.model.Model;
import himalia.model.Trainer;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Choices by cross-validation: what they learn from, and what is left of them where something fails. */
class ModelSelectorTest {
    private static final Trainer LOGISTIC = logistic(1.0);

    private static Trainer logistic(double c) {
        return Pipeline.of(new StandardScaler()).train(new LogisticRegression(c));
    }

    @Test
    void aChoiceWithinGroupsCutsByThemAndLearnsNothingFromThem() {
        var read = new TreeSet<String>();
        Trainer spy =
                (rows, label) -> {
                    read.addAll(rows.columnNames());
                    return LOGISTIC.fit(rows, label);
                };
        var groups = IntStream.range(0, 178).map(row -> row % 12).toArray();
        var grouped = table("wine").copy().addColumns(IntColumn.create("g", groups));
        var selector = new ModelSelector(List.of(spy), new GroupKFold(3, "g"), "accuracy");

        selector.fit(grouped, "y").close();
        CrossValidation.of(selector, grouped, "y", new GroupKFold(3, "g")).scores("accuracy");

        assertThat(read).containsExactlyInAnyOrderElementsOf(table("wine").columnNames());
    }

    @Test
    void aMetricThatThrowsLosesNoFold() {
        var trained = new int[1];
        Trainer counting =
                (rows, label) -> {
                    trained[0]++;
                    return LOGISTIC.fit(rows, label);
                };
        var cv = CrossValidation.of(counting, table("wine"), "y", new StratifiedKFold(3));

        assertThatThrownBy(() -> cv.scores("rmse")).hasMessageStartingWith("rmse judges numbers");
        assertThat(cv.done()).isEqualTo(1);
        cv.scores("accuracy");
        assertThat(trained[0]).isEqualTo(3);
    }

    @Test
    void aMetricThatIsUndefinedInAFoldChoosesNothing() {
        var table = table("breast_cancer").sortOn("y");
        var selector =
                new ModelSelector(
                        List.of(logistic(0.1), LOGISTIC), new PredefinedSplit("fold"), "roc_auc");
        var fold =
                IntStream.range(0, table.rowCount()).map(row -> row < 9 ? 0 : row < 500 ? -1 : 1);
        var cut = table.addColumns(IntColumn.create("fold", fold.toArray()));

        assertThatThrownBy(() -> selector.fit(cut, "y"))
                .hasMessage(
                        "roc_auc is undefined in fold 0 of 2, which is judged by no row of class '1': take a splitter that deals each class to all folds, such as StratifiedKFold of at most 212 folds, as many as class '0' has rows, or take another metric");
    }

    @Test
    void aChoiceThatIsInterruptedSaysThatNothingIsKept() {
        Trainer interrupted =
                (rows, label) -> {
                    Thread.currentThread().interrupt();
                    return LOGISTIC.fit(rows, label);
                };
        var selector =
                new ModelSelector(
                        List.of(LOGISTIC, interrupted), new StratifiedKFold(3), "accuracy");

        assertThatThrownBy(() -> selector.fit(table("wine"), "y"))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "cross-validation of 2 trainers was interrupted after 1 of them; nothing of it is kept, run it again, or keep each of them as a CrossValidation in a variable");
        assertThat(Thread.interrupted()).isTrue();
    }

    /** After three folds it is trained once more, on all rows. */
    @Test
    void whoIsInterruptedAfterTheChoiceIsToldWhatWasChosen() {
        var trained = new int[1];
        record Counted(int[] trained) implements Trainer {
            @Override
            public Model fit(Table table, String label) {
                if (++trained[0] == 4) {
                    Thread.currentThread().interrupt();
                    return new RandomForest(5, 42).fit(table, label);
                }
                return LOGISTIC.fit(table, label);
            }

            @Override
            public String toString() {
                return "Counted";
            }
        }
        var selector =
                new ModelSelector(
                        List.of(new Counted(trained)), new StratifiedKFold(3), "accuracy");

        assertThatThrownBy(() -> selector.fit(table("wine"), "y"))
                .isInstanceOf(CancellationException.class)
                .hasMessage(
                        "Counted was chosen among 1 trainer, and its training on all rows was interrupted; nothing of that is kept, train it alone");
        assertThat(Thread.interrupted()).isTrue();
    }
}
