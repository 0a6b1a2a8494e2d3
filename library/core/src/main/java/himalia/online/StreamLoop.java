package himalia.online;

import himalia.model.Schema;
import himalia.online.StreamEvent.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** Goes through a stream batch by batch: judges, listens to the detector, learns, retrains and promotes. */
final class StreamLoop {
    private final Prequential settings;
    private final Table stream;
    private final Schema schema;
    private final Truth truth;
    private final double offlineLoss;
    private final Contender first;
    private final RollingLoss championLoss;
    private final RollingLoss firstLoss;
    private final List<double[]> points = new ArrayList<>();
    private final List<StreamEvent> events = new ArrayList<>();
    private Contender champion;
    private @Nullable Contender challenger;
    private @Nullable Trial trial;
    private DriftState watch;
    private DriftSignal before = DriftSignal.STABLE;
    private int at;

    /** When there are enough rows after an alarm; -1 where none waits. */
    private int due = -1;

    StreamLoop(Prequential settings, Table history, Table stream, String label) {
        this.settings = settings;
        this.stream = stream;
        boolean goesOn =
                settings.learns() || settings.retraining().mode() == Retraining.Mode.STATEFUL;
        champion = Contender.of(settings.trainer(), goesOn, history, label);
        first = Contender.still(champion);
        schema = champion.model().schema();
        truth = Truth.of(stream, schema);
        StreamChecks.check(settings, first.model(), stream, truth);
        offlineLoss = offline(history, goesOn);
        championLoss = new RollingLoss(settings.window(), settings.fading());
        firstLoss = new RollingLoss(settings.window(), settings.fading());
        watch = settings.retraining().detector().start();
    }

    private double offline(Table history, boolean goesOn) {
        int cut = history.rowCount() * 4 / 5;
        var later = history.inRange(cut, history.rowCount());
        try (var model =
                Contender.of(settings.trainer(), goesOn, history.first(cut), schema.label())
                        .model()) {
            var losses = Truth.of(later, schema).losses(model.predict(later), 0);
            return Arrays.stream(losses).average().orElse(Double.NaN);
        } catch (IllegalArgumentException e) {
            // The first four fifths may lack a class that all rows have, or be too few.
            events.add(
                    new StreamEvent(
                            0, Kind.REFUSAL, "there is no offline score: " + e.getMessage()));
            return Double.NaN;
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Says how far an interrupted run came. */
    CancellationException told(CancellationException cause) {
        var whole =
                new CancellationException(
                        "the run was interrupted after %,d of %,d rows of the stream; no model and no scores of it are kept"
                                .formatted(at, stream.rowCount()));
        whole.initCause(cause);
        return whole;
    }

    /** Closes the models that nobody asks again; the champion stays. */
    void closeOthers() {
        if (challenger != null) {
            close(challenger);
            challenger = null;
        }
        if (first.model() != champion.model()) {
            first.model().close();
        }
    }

    /** Closes all models, where something has ended the loop. */
    void close() {
        closeOthers();
        champion.model().close();
    }

    /** The first model goes on being asked. */
    private void close(Contender gone) {
        if (gone.model() != first.model()) {
            gone.model().close();
        }
    }

    boolean hasNext() {
        return at < stream.rowCount();
    }

    synchronized void next() {
        int end = Math.min(at + settings.batch(), stream.rowCount());
        var rows = stream.inRange(at, end);
        var losses = truth.losses(champion.model().predict(rows), at);
        for (double loss : truth.losses(first.model().predict(rows), at)) {
            firstLoss.add(loss);
        }
        for (int i = 0; i < losses.length; i++) {
            championLoss.add(losses[i]);
            hear(watch.add(losses[i]), at + i);
        }
        if (challenger != null && trial != null) {
            trial.add(losses, truth.losses(challenger.model().predict(rows), at));
        }
        points.add(
                new double[] {
                    end - 1, championLoss.windowed(), championLoss.faded(), firstLoss.windowed()
                });
        if (settings.learns()) {
            champion.learn(rows);
            if (challenger != null) {
                challenger.learn(rows);
            }
        }
        at = end;
        decide();
    }

    private void hear(DriftSignal signal, int row) {
        var name = settings.retraining().detector().name();
        if (signal == DriftSignal.WARNING && before == DriftSignal.STABLE) {
            events.add(new StreamEvent(row, Kind.WARNING, name));
        }
        if (signal == DriftSignal.DRIFT) {
            events.add(new StreamEvent(row, Kind.ALARM, name));
            boolean isFirst = due < 0 && challenger == null;
            if (isFirst && settings.retraining().mode() != Retraining.Mode.NONE) {
                due = row + 1 + settings.retraining().delay();
            }
        }
        before = signal;
    }

    private void decide() {
        if (challenger != null && trial != null) {
            if (trial.isOver()) {
                var verdict = trial.verdict();
                if (verdict.isWon()) {
                    promote(challenger, verdict.words());
                } else {
                    close(challenger);
                    events.add(new StreamEvent(at - 1, Kind.DEFEAT, verdict.words()));
                }
                challenger = null;
                trial = null;
            }
        } else if (due >= 0 && at >= due) {
            due = -1;
            retrain();
        }
    }

    private void retrain() {
        var retraining = settings.retraining();
        var rows = stream.inRange(Math.max(0, at - retraining.rows()), at);
        boolean isStateless = retraining.mode() == Retraining.Mode.STATELESS;
        Contender trained;
        try {
            trained =
                    isStateless
                            ? champion.afresh(settings.trainer(), rows, schema)
                            : champion.further(rows);
        } catch (CancellationException e) {
            // An interrupt is no refusal, though it is an IllegalStateException to Java.
            throw e;
        } catch (IllegalArgumentException | IllegalStateException e) {
            events.add(new StreamEvent(at - 1, Kind.REFUSAL, String.valueOf(e.getMessage())));
            return;
        }
        events.add(
                new StreamEvent(
                        at - 1,
                        Kind.RETRAINING,
                        "%s the last %,d rows"
                                .formatted(
                                        isStateless ? "from scratch on" : "goes on with",
                                        rows.rowCount())));
        if (retraining.promotion().isAtOnce()) {
            promote(trained, "without a trial");
        } else {
            challenger = trained;
            trial = new Trial(retraining.promotion(), truth.areClasses());
        }
    }

    /** The errors of another model are watched from their beginning. */
    private void promote(Contender next, String words) {
        close(champion);
        champion = next;
        watch = settings.retraining().detector().start();
        before = DriftSignal.STABLE;
        events.add(new StreamEvent(at - 1, Kind.PROMOTION, words));
    }

    /** Returns what is known so far. */
    synchronized StreamRun run() {
        var table =
                Table.create(
                        "scores",
                        IntColumn.create(
                                "row", points.stream().mapToInt(p -> (int) p[0]).toArray()),
                        column("champion", 1),
                        column("fading", 2),
                        column("first model", 3));
        return new StreamRun(
                truth.areClasses() ? StreamRun.ACCURACY : StreamRun.ERROR,
                score(offlineLoss),
                score(championLoss.mean()),
                table,
                events,
                champion.model());
    }

    private DoubleColumn column(String name, int place) {
        return DoubleColumn.create(name, points.stream().mapToDouble(p -> score(p[place])));
    }

    private double score(double loss) {
        return truth.areClasses() ? 1 - loss : loss;
    }
}
