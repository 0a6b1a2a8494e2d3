package himalia.training;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.loss.Loss;
import himalia.display.bundle.Progress;
import himalia.display.chart.LiveCurve;
import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.training.numeric.Network;
import java.util.Random;
import java.util.stream.IntStream;

/** One training of a network: batches, epochs, the curve, and when to stop. */
final class NetworkTraining {
    /** PyTorch's engine gathers gradients for one training of the process at a time. */
    private static final Object ONE_AT_A_TIME = new Object();

    /** Of fewer rows a tenth tells nothing. */
    private static final int FEWEST = 20;

    private static final int ROWS_AT_THE_END = 1_000;

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

    Network run() {
        // Loading the engine waits for processes and forgets that it was interrupted meanwhile.
        stopIfInterrupted(0);
        var engine = Engines.pytorch();
        int threads = Threads.worthwhile(workOfOneStep(), WORK_FOR_A_THREAD);
        synchronized (ONE_AT_A_TIME) {
            return Engines.withThreads(threads, () -> trained(engine.getEngineName()));
        }
    }

    private Network trained(String engine) {
        try (var model = Model.newInstance("mlp", Device.cpu(), engine)) {
            var block = block();
            start.freeze(block);
            model.setBlock(block);
            var config =
                    new DefaultTrainingConfig(
                                    loss.equals(CROSS_ENTROPY)
                                            ? Loss.softmaxCrossEntropyLoss()
                                            : loss.djl())
                            .optDevices(new Device[] {Device.cpu()})
                            .optInitializer(weights(), Parameter.Type.WEIGHT);
            try (var trainer = model.newTrainer(config)) {
                trainer.initialize(new Shape(1, train.width()));
                start.write(block);
                return learn(trainer, start.descent(block, settings.rate()));
            }
        }
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

    private Network learn(Trainer trainer, Descent descent) {
        try (var progress = Progress.whenLong("epochs", settings.epochs());
                var curve = LiveCurve.whenWatched(name, "epoch", "loss")) {
            var best = Layers.of(trainer.getModel().getBlock());
            double least = Double.POSITIVE_INFINITY;
            int bestEpoch = 0;
            double last = Double.NaN;
            int epoch = 0;
            while (epoch < settings.epochs() && !isOutOfPatience(epoch, bestEpoch)) {
                stopIfInterrupted(epoch);
                epoch++;
                last = epoch(trainer, descent, progress);
                checkFinite(last, epoch);
                progress.advance(1);
                progress.note("loss %.4f".formatted(last));
                curve.add("train", epoch, last);
                double judged = last;
                if (validation.size() > 0) {
                    var network = Layers.of(trainer.getModel().getBlock());
                    judged = validation.loss(network, validation.size(), loss);
                    checkFinite(judged, epoch);
                    curve.add("validation", epoch, judged);
                }
                boolean isBest = validation.size() == 0 || judged < least;
                if (isBest) {
                    least = judged;
                    bestEpoch = epoch;
                    best = Layers.of(trainer.getModel().getBlock());
                }
            }
            // The last step is seen in no loss yet.
            checkFinite(train.loss(best, ROWS_AT_THE_END, loss), epoch);
            curve.finish(words(epoch, bestEpoch, last));
            progress.finish(validation.size() > 0 ? "best epoch " + bestEpoch : "");
            return best;
        }
    }

    private void checkFinite(double value, int epoch) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "%s diverges: in epoch %d its loss is %s; take a smaller rate than %s, or scale features with huge values"
                            .formatted(name, epoch, value, settings.rate()));
        }
    }

    private void stopIfInterrupted(int epoch) {
        TrainingInterrupted.check(name, epoch, "of " + settings.epochs() + " epochs");
    }

    private boolean isOutOfPatience(int epoch, int bestEpoch) {
        return validation.size() > 0 && epoch - bestEpoch >= settings.patience();
    }

    private String words(int epoch, int bestEpoch, double last) {
        var words = "%d epochs, loss %.4f".formatted(epoch, last);
        return validation.size() > 0 ? words + ", best epoch " + bestEpoch : words;
    }

    /** Sees every row once, in a new order; returns the mean loss on the way. */
    private double epoch(Trainer trainer, Descent descent, Progress progress) {
        var order = Shuffle.all(IntStream.range(0, train.size()).toArray(), random);
        double sum = 0;
        for (int start = 0; start < order.length; start += settings.batch()) {
            int end = Math.min(order.length, start + settings.batch());
            sum += step(trainer, descent, order, start, end) * (end - start);
            progress.part(end, order.length, "rows");
        }
        return sum / order.length;
    }

    private double step(Trainer trainer, Descent descent, int[] order, int start, int end) {
        try (NDManager manager = trainer.getManager().newSubManager()) {
            var features = new NDList(train.features(manager, order, start, end));
            var wanted = new NDList(train.codes(manager, order, start, end));
            double value;
            try (var gradients = trainer.newGradientCollector()) {
                var lost = trainer.getLoss().evaluate(wanted, trainer.forward(features));
                gradients.backward(lost);
                value = lost.getFloat();
            }
            descent.step();
            return value;
        }
    }

    private SequentialBlock block() {
        var block = new SequentialBlock();
        for (int units : settings.hidden()) {
            block.add(Linear.builder().setUnits(units).build()).add(Activation::relu);
        }
        return block.add(Linear.builder().setUnits(classes).build());
    }

    /** He's start, drawn here: PyTorch's own source of chance belongs to the whole process. */
    private Initializer weights() {
        return (manager, shape, type) -> {
            double deviation = Math.sqrt(2.0 / shape.get(1));
            var values = new float[(int) shape.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (random.nextGaussian() * deviation);
            }
            return manager.create(values, shape);
        };
    }
}
