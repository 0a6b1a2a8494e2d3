package himalia.training;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Progress;
import himalia.display.chart.LiveCurve;
import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.training.numeric.Network;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One training of a network: batches, epochs, the curve, and when to stop. */
final class NetworkTraining {
    /** PyTorch's engine gathers gradients for one training of the process at a time. */
    private static final Object ONE_AT_A_TIME = new Object();

    /** Of fewer rows a tenth tells nothing. */
    private static final int FEWEST = 20;

    private static final int ROWS_AT_THE_END = 1_000;

    private static final String EPOCH = "epoch";

    private static final long WORK_FOR_A_THREAD = 2_000_000;

    /** What DJL has a loss of its own for. */
    static final FocalLoss CROSS_ENTROPY = new FocalLoss(0);

    private final String name;
    private final MultilayerPerceptron settings;
    private final FocalLoss loss;
    private final NetworkStart start;
    private final Batches train;
    private final Batches validation;
    private final int classes;
    private final Random random;

    NetworkTraining(
            String name,
            MultilayerPerceptron settings,
            FocalLoss loss,
            NetworkStart start,
            double[][] rows,
            Labels labels) {
        this.name = name;
        this.loss = loss;
        this.start = start;
        this.settings = settings;
        this.classes = labels.classes().size();
        this.random = Seeds.random(settings.seed());
        var order = Shuffle.all(IntStream.range(0, rows.length).toArray(), random);
        if (settings.patience() > 0 && rows.length < FEWEST) {
            throw new IllegalArgumentException(
                    "%s with patience sets a tenth of the rows aside, and needs %d at least, got %d; give more rows, or a patience of 0"
                            .formatted(name, FEWEST, rows.length));
        }
        int aside = settings.patience() > 0 ? rows.length / 10 : 0;
        this.train = Batches.of(rows, labels, order, aside, rows.length);
        this.validation = Batches.of(rows, labels, order, 0, aside);
    }

    /**
     * What was learnt.
     *
     * @param outcome what became of the training where the settings do not tell it; usually nothing
     */
    record Learnt(Network network, String outcome) {}

    Learnt run() {
        // Loading the engine waits for processes and forgets that it was interrupted meanwhile.
        TrainingInterrupted.check(name, 0, of());
        var engine = Engines.pytorch().getEngineName();
        int threads = Threads.worthwhile(workOfOneStep(), WORK_FOR_A_THREAD);
        synchronized (ONE_AT_A_TIME) {
            return Engines.withThreads(
                    threads,
                    () ->
                            learn(
                                    progress ->
                                            new LocalEpochs(
                                                    engine, settings, loss, start, train, classes,
                                                    random, progress)));
        }
    }

    /**
     * Learns somewhere else; draws what it draws here in the same order.
     *
     * @throws IllegalStateException if it goes on from another network, which is done here only
     */
    Learnt run(NetworkPlace place) {
        if (!start.equals(NetworkStart.NOTHING)) {
            throw new IllegalStateException(
                    name
                            + " begins with layers of another network, and learns in this process"
                            + " only");
        }
        TrainingInterrupted.check(name, 0, of());
        var shape = Layers.shape(train.width(), settings.hidden(), classes);
        var task =
                new NetworkTask(
                        name,
                        settings,
                        train.rows(),
                        train.codes(),
                        classes,
                        Layers.start(shape, random));
        return learn(progress -> begun(place, task));
    }

    /** Multiplications of the largest matrix product of a step. */
    private long workOfOneStep() {
        long most = 0;
        long inputs = train.width();
        for (int units : settings.hidden()) {
            most = Math.max(most, inputs * units);
            inputs = units;
        }
        return settings.batch() * Math.max(most, inputs * classes);
    }

    private Learnt learn(Function<Progress, NetworkEpochs> beginning) {
        // The curve first: beneath a progress a library shows nothing.
        try (var kept = new KeptTraining(name, settings.epochs(), EPOCH);
                var curve = LiveCurve.whenWatched(name, "epoch", "loss");
                var progress = Progress.whenLong("epochs", settings.epochs());
                var epochs = beginning.apply(progress)) {
            var best = epochs.network();
            double least = Double.POSITIVE_INFINITY;
            int bestEpoch = 0;
            double last = Double.NaN;
            int epoch = 0;
            boolean ends = false;
            while (!ends && epoch < settings.epochs() && !isOutOfPatience(epoch, bestEpoch)) {
                var lost = epoch(epochs, epoch, kept);
                ends = lost.isEmpty();
                if (!ends) {
                    epoch++;
                    last = lost.getAsDouble();
                    checkFinite(last, epoch);
                    progress.advance(1);
                    progress.note("loss %.4f".formatted(last));
                    curve.add("train", epoch, last);
                    double judged = judged(epochs, epoch, curve);
                    if (validation.size() == 0 || judged < least) {
                        least = judged;
                        bestEpoch = epoch;
                        best = epochs.network();
                    }
                }
            }
            // The last step is seen in no loss yet.
            checkFinite(train.loss(best, ROWS_AT_THE_END, loss), epoch);
            if (ends) {
                return new Learnt(best, kept.told(epoch, bestEpoch, validation.size() > 0));
            }
            curve.finish(words(epoch, bestEpoch, last));
            progress.finish(validation.size() > 0 ? "best epoch " + bestEpoch : "");
            return new Learnt(best, "");
        }
    }

    /** Returns the loss of the rows that were set aside; nothing to compare by where there are none. */
    private double judged(NetworkEpochs epochs, int epoch, LiveCurve curve) {
        if (validation.size() == 0) {
            return Double.NaN;
        }
        double judged = validation.loss(epochs.network(), validation.size(), loss);
        checkFinite(judged, epoch);
        curve.add("validation", epoch, judged);
        return judged;
    }

    private void checkFinite(double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s diverges: in epoch %d its loss is %s; take a smaller rate than %s, or scale features with huge values"
                            .formatted(name, epoch, value, settings.rate()));
        }
    }

    private boolean isOutOfPatience(int epoch, int bestEpoch) {
        return validation.size() > 0 && epoch - bestEpoch >= settings.patience();
    }

    private String words(int epoch, int bestEpoch, double last) {
        var words = "%d epochs, loss %.4f".formatted(epoch, last);
        return validation.size() > 0 ? words + ", best epoch " + bestEpoch : words;
    }

    /** Sees every row once more, and returns the loss; nothing where an interrupt ends the training with what it has. */
    private OptionalDouble epoch(NetworkEpochs epochs, int done, KeptTraining kept) {
        if (kept.endsAfter(done)) {
            return OptionalDouble.empty();
        }
        try {
            return OptionalDouble.of(epochs.epoch(done + 1, order()));
        } catch (CancellationException e) {
            if (kept.keepsAfter(done)) {
                return OptionalDouble.empty();
            }
            throw interrupted(done, e);
        }
    }

    private NetworkEpochs begun(NetworkPlace place, NetworkTask task) {
        try {
            return place.begin(task);
        } catch (CancellationException e) {
            throw interrupted(0, e);
        }
    }

    /** Tells what elsewhere ends by a bare word of an interrupt. */
    private TrainingInterrupted interrupted(int done, CancellationException e) {
        return TrainingInterrupted.of(name, done, of(), e);
    }

    private String of() {
        return "of " + Amount.of(settings.epochs(), EPOCH);
    }

    /** Every row once, in a new order. */
    private int[] order() {
        return Shuffle.all(IntStream.range(0, train.size()).toArray(), random);
    }
}
