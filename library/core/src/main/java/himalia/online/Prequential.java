package himalia.online;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Interrupts;
import himalia.model.OnlineTrainer;
import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.concurrent.CancellationException;
import tech.tablesaw.api.Table;

/**
 * Judges a model on a stream as it would be used: every row is first predicted and judged, then learnt from.
 *
 * <pre>{@code
 * Table stream = test;
 * Trainer trainer = new LogisticRegression(1.0);
 * StreamRun run = Prequential.of(trainer)
 *         .with(Retraining.stateless(new Adwin(), 200).after(new Promotion(100, 0.05)))
 *         .evaluate(train, stream, "churned");
 * run.events()
 * }</pre>
 *
 * <p>A. P. Dawid (1984): Statistical Theory: The Prequential Approach. Journal of the Royal Statistical Society A 147, 278–292.
 *
 * @param trainer makes the first model from the history, and challengers
 * @param learns true to learn from each batch once it was judged, which an {@link OnlineTrainer} can
 * @param batch how many rows are predicted at a time, 1 or more
 * @param window how many of the last rows the rolling score is of, 1 or more
 * @param fading what each row counts beside the one after it in the fading score, above 0 and at most 1
 * @param retraining what watches, and what happens at an alarm
 */
public record Prequential(
        Trainer trainer,
        boolean learns,
        int batch,
        int window,
        double fading,
        Retraining retraining) {
    public Prequential {
        given(trainer, "trainer");
        DriftSettings.atLeast("batch", batch, 1);
        DriftSettings.atLeast("window", window, 1);
        if (!(fading > 0 && fading <= 1)) {
            throw new IllegalArgumentException(
                    "fading must be above 0 and at most 1, which forgets nothing, got " + fading);
        }
        trainer.ranksWithin()
                .ifPresent(
                        query -> {
                            throw new IllegalArgumentException(
                                    "a stream is judged row by row, and %1$s puts the rows of each '%2$s' in order; judge it by a CrossValidation with new GroupKFold(5, \"%2$s\")"
                                            .formatted(trainer.name(), query));
                        });
        boolean isStateful = given(retraining, "retraining").mode() == Retraining.Mode.STATEFUL;
        if ((learns || isStateful) && !(trainer instanceof OnlineTrainer)) {
            throw new IllegalArgumentException(
                    "%s does not go on learning; take an SgdClassifier, an SgdRegressor or a GaussianNB, or train from scratch, Retraining.stateless"
                            .formatted(trainer.name()));
        }
        if (learns && isStateful) {
            throw new IllegalArgumentException(
                    "%s learns from every batch already, and would learn from the last rows twice; take Retraining.stateless, or learning(false)"
                            .formatted(trainer.name()));
        }
    }

    /** Learns from each batch of 50 rows where the trainer can, shows a window of 200, and lets an {@link Adwin} watch. */
    public static Prequential of(Trainer trainer) {
        return new Prequential(
                trainer,
                trainer instanceof OnlineTrainer,
                50,
                200,
                0.99,
                Retraining.watch(new Adwin()));
    }

    /** Returns the same with another retraining; one that is stateful learns at alarms only. */
    public Prequential with(Retraining retraining) {
        boolean isStateful = given(retraining, "retraining").mode() == Retraining.Mode.STATEFUL;
        return new Prequential(trainer, learns && !isStateful, batch, window, fading, retraining);
    }

    /** Returns the same that learns from every batch, or not. */
    public Prequential learning(boolean learns) {
        return new Prequential(trainer, learns, batch, window, fading, retraining);
    }

    /** Returns the same with other lengths, in rows. */
    public Prequential batches(int batch, int window) {
        return new Prequential(trainer, learns, batch, window, fading, retraining);
    }

    /**
     * Goes through a stream, in the order of its rows.
     *
     * <p>The offline score is that of a model of the first four fifths of the history on its last fifth: what one expects who has
     * no stream. The first champion learns from all of the history.
     *
     * @param history the rows before the stream, in order; ten at least
     * @param stream the rows that come, in order
     * @throws IllegalArgumentException before the first row, if the stream has a class that the history lacks, or a row that the model cannot take, naming it,
     *     or lacks a column
     */
    public StreamRun evaluate(Table history, Table stream, String label) {
        Tables.column(Tables.given(history), given(label, "label"), "history");
        Tables.column(Tables.given(stream), label, "stream");
        if (history.rowCount() < 10 || stream.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the history has %d rows and the stream %d; 10 at least and 1 are wanted"
                            .formatted(history.rowCount(), stream.rowCount()));
        }
        var loop = new StreamLoop(this, history, stream, label);
        var interrupt = new InterruptCheck();
        try (var live = LiveStream.of(loop)) {
            while (loop.hasNext()) {
                interrupt.ask();
                loop.next();
                live.changed();
            }
            live.finished();
        } catch (RuntimeException | Error e) {
            loop.close();
            if (e instanceof CancellationException interrupted && Interrupts.threw(e)) {
                throw loop.told(interrupted);
            }
            throw e;
        }
        loop.closeOthers();
        return loop.run();
    }

    /** Takes the first fifth of a table as the history, and the rest as the stream. */
    public StreamRun evaluate(Table table, String label) {
        int first = Tables.given(table).rowCount() / 5;
        return evaluate(table.first(first), table.inRange(first, table.rowCount()), label);
    }
}
