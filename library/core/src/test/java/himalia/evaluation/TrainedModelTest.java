package himalia.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

class TrainedModelTest {
    @Test
    void aModelIsClosedWhateverItsJudgementThrows() {
        var rows = Table.create(DoubleColumn.create("x", 1, 2), DoubleColumn.create("y", 1, 2));
        for (var failure :
                new Throwable[] {
                    new CancellationException("interrupted"), new StackOverflowError("deep")
                }) {
            var closed = new AtomicBoolean();
            Trainer trainer = (table, label) -> new Failing(failure, closed);

            assertThatThrownBy(() -> TrainedModel.of(trainer, rows, "y", rows)).isSameAs(failure);
            assertThat(closed).isTrue();
        }
    }

    /** Hours of training are not lost for a cell of a table that only judges. */
    @Test
    void aModelThatCannotReadTheTestTableIsKept() {
        var rows = Table.create(DoubleColumn.create("x", 1, 2), DoubleColumn.create("y", 1, 2));
        var closed = new AtomicBoolean();
        var trouble = new IllegalArgumentException("column 'x' has 1 missing value");
        var failing = new Failing(trouble, closed);

        var model = TrainedModel.of((table, label) -> failing, rows, "y", rows);

        assertThat(closed).isFalse();
        assertThat(model.model()).isSameAs(failing);
        assertThat(model.judged()).isEmpty();
        assertThatThrownBy(model::regression)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "the model is trained and kept, and not judged by the test table: column 'x' has 1 missing value; mend that table and ask Evaluation.of(model, test)")
                .hasCause(trouble);
    }

    @Test
    void onlyWhatTheModelReadsMustBeInTheTestTable() {
        var y = DoubleColumn.create("y", 1, 2);
        var train =
                Table.create(DoubleColumn.create("id", 7, 8), DoubleColumn.create("x", 1, 2), y);
        var closed = new AtomicBoolean();
        var read = new CancellationException("it was asked");
        var fitted = new AtomicBoolean();
        Trainer trainer =
                (table, label) -> {
                    fitted.set(true);
                    return new Failing(read, closed);
                };

        assertThatThrownBy(() -> TrainedModel.of(trainer, train, "y", train.rejectColumns("id")))
                .isSameAs(read);
        closed.set(false);
        var unjudged = TrainedModel.of(trainer, train, "y", train.rejectColumns("x"));
        assertThatThrownBy(unjudged::regression)
                .hasMessageContaining(
                        " not judged by the test table: no column 'x' in test table.");
        assertThat(closed).isFalse();
        fitted.set(false);
        assertThatThrownBy(() -> TrainedModel.of(trainer, train, "y", train.rejectColumns("y")))
                .hasMessageStartingWith("no column 'y' in test table. There are: ");
        assertThatThrownBy(() -> TrainedModel.of(trainer, train, "y", train.first(0)))
                .hasMessage("the test table has no rows; there is nothing to judge by");
        assertThat(fitted).isFalse();
    }

    /** Whoever asks at once, as the objective of a study does, is interrupted, and did not forget the test table. */
    @Test
    void whatWasNotJudgedSinceItWasInterruptedIsInterruptedWhereItIsAsked() {
        var rows = Table.create(DoubleColumn.create("x", 1, 2), DoubleColumn.create("y", 1, 2));
        Trainer trainer =
                (table, label) -> {
                    Thread.currentThread().interrupt();
                    return new Failing(new AssertionError("asked"), new AtomicBoolean());
                };

        var model = TrainedModel.of(trainer, rows, "y", rows);

        assertThatThrownBy(model::regression).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(model::regression)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("this model was trained without a test table");
    }

    private record Failing(Throwable failure, AtomicBoolean closed) implements Model {
        @Override
        public Schema schema() {
            return new Schema(List.of(Feature.number("x")), new Target.Numbers("y"));
        }

        @Override
        public Trainer trainer() {
            return (table, label) -> this;
        }

        @Override
        public Predictions predict(Table table) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }
}
