package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Interrupts;
import himalia.display.bundle.Progress;
import himalia.display.chart.LiveCurve;
import himalia.table.Shuffle;
import himalia.training.Epochs.State;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The epochs of one training, whatever learns in them: in which order rows are seen, the curve, when to stop, which epoch is kept, and what an
 * interrupt leaves.
 *
 * @param name the trainer's name, for messages
 * @param epochs how many there are at most
 * @param rate how far steps go, for messages
 * @param patience how many epochs without progress it bears, or 0 to go through all
 * @param learnt how many rows are learnt from
 * @param aside how many are set aside to judge by
 * @param random where the order of the rows comes from
 */
record EpochLoop(
        String name, int epochs, double rate, int patience, int learnt, int aside, Random random) {
    /** Of fewer rows a tenth tells nothing. */
    private static final int FEWEST = 20;

    /** How many rows that were learnt from are looked at once more behind the last step. */
    static final int ROWS_AT_THE_END = 1_000;

    private static final String EPOCH = "epoch";

    /**
     * What was kept.
     *
     * @param outcome what became of the training where the settings do not tell it; usually nothing
     */
    record Kept<T>(T best, String outcome) {}

    /**
     * Returns how many rows are set aside.
     *
     * @throws IllegalArgumentException if there is patience, and too few rows
     */
    static int aside(String name, int patience, int rows) {
        if (patience > 0 && rows < FEWEST) {
            throw new IllegalArgumentException(
                    "%s with patience sets a tenth of the rows aside, and needs %d at least, got %d; give more rows, or a patience of 0"
                            .formatted(name, FEWEST, rows));
        }
        return patience > 0 ? rows / 10 : 0;
    }

    /** Goes through the epochs of what is begun here, and closes it. */
    <T> Kept<T> run(Function<Progress, Epochs<T>> beginning) {
        // The curve first: beneath a progress a library shows nothing.
        try (var kept = new KeptTraining(name, epochs, EPOCH);
                var curve = LiveCurve.whenWatched(name, EPOCH, "loss");
                var progress = Progress.whenLong("epochs", epochs);
                var learning = beginning.apply(progress)) {
            var state = learning.begin();
            for (int gone = 0; gone < state.epoch(); gone++) {
                // An epoch that another training went through has had its order.
                order();
                progress.advance(1);
            }
            boolean ends = false;
            while (!ends && state.epoch() < epochs && !isOutOfPatience(state)) {
                var next = next(learning, state, kept, curve);
                ends = next.isEmpty();
                if (!ends) {
                    state = next.get();
                    progress.advance(1);
                    progress.note("loss %.4f".formatted(state.last()));
                    learning.reached(state);
                }
            }
            checkLast(learning, state, ends);
            if (ends) {
                return new Kept<>(
                        state.best(), kept.told(state.epoch(), state.bestEpoch(), aside > 0));
            }
            curve.finish(words(state));
            progress.finish(aside > 0 ? "best epoch " + state.bestEpoch() : "");
            return new Kept<>(state.best(), "");
        }
    }

    /** Where no rows were set aside there is nothing to compare by, and the last epoch is kept. */
    private <T> State<T> judged(Epochs<T> learning, State<T> before, double last, LiveCurve curve) {
        int epoch = before.epoch() + 1;
        var copy = learning.copy();
        if (aside == 0) {
            return new State<>(epoch, epoch, Double.NaN, last, copy);
        }
        double judged = learning.validation(copy);
        checkFinite(judged, epoch);
        curve.add("validation", epoch, judged);
        return judged < before.least()
                ? new State<>(epoch, epoch, judged, last, copy)
                : new State<>(epoch, before.bestEpoch(), before.least(), last, before.best());
    }

    private void checkFinite(double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s diverges: in epoch %d its loss is %s; take a smaller rate than %s, or scale features with huge values"
                            .formatted(name, epoch, value, rate));
        }
    }

    private boolean isOutOfPatience(State<?> state) {
        return aside > 0 && state.epoch() - state.bestEpoch() >= patience;
    }

    private String words(State<?> state) {
        var words = "%d epochs, loss %.4f".formatted(state.epoch(), state.last());
        return aside > 0 ? words + ", best epoch " + state.bestEpoch() : words;
    }

    /** Sees every row once more, and returns where that has led; nothing where an interrupt ends the training with what it has. */
    private <T> Optional<State<T>> next(
            Epochs<T> learning, State<T> before, KeptTraining kept, LiveCurve curve) {
        int done = before.epoch();
        if (kept.endsAfter(done)) {
            return Optional.empty();
        }
        try {
            double last = learning.epoch(done + 1, order());
            checkFinite(last, done + 1);
            curve.add("train", done + 1, last);
            return Optional.of(judged(learning, before, last, curve));
        } catch (CancellationException e) {
            if (kept.keepsCancelled(done)) {
                return Optional.empty();
            }
            throw interrupted(done, e);
        } catch (RuntimeException e) {
            // Code of a user's, as in a block, may hear of it first, and throw what it likes.
            if ((Interrupts.threw(e) || kept.isWaitedFor()) && kept.keepsUnfinished(done)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The last step is seen in no loss yet. */
    private <T> void checkLast(Epochs<T> learning, State<T> state, boolean isInterrupted) {
        double loss;
        try {
            loss = learning.training(state.best());
        } catch (RuntimeException e) {
            if (isInterrupted) {
                // Code that hears of an interrupt cannot be asked after it; the epoch's own loss
                // was a number.
                return;
            }
            throw e;
        }
        checkFinite(loss, state.epoch());
    }

    /** Tells what elsewhere ends by a bare word of an interrupt. */
    TrainingInterrupted interrupted(int done, CancellationException e) {
        return TrainingInterrupted.of(name, done, of(), e);
    }

    /** Returns of how many epochs, for messages. */
    String of() {
        return "of " + Amount.of(epochs, EPOCH);
    }

    /** Every row once, in a new order. */
    private int[] order() {
        return Shuffle.all(IntStream.range(0, learnt).toArray(), random);
    }
}
