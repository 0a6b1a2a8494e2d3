package himalia.training;

import himalia.display.bundle.Progress;
import himalia.model.Labels;
import himalia.table.Seeds;
import himalia.table.Shuffle;
import himalia.training.numeric.Network;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One training of a network: its rows, its epochs, and where they are gone through. */
final class NetworkTraining {
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
    private final EpochLoop loop;

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
        int aside = EpochLoop.aside(name, settings.patience(), rows.length);
        this.train = Batches.of(rows, labels, order, aside, rows.length);
        this.validation = Batches.of(rows, labels, order, 0, aside);
        this.loop =
                new EpochLoop(
                        name,
                        settings.epochs(),
                        settings.rate(),
                        settings.patience(),
                        train.size(),
                        aside,
                        random);
    }

    /**
     * What was learnt.
     *
     * @param outcome what became of the training where the settings do not tell it; usually nothing
     */
    record Learnt(Network network, String outcome) {}

    Learnt run() {
        // Loading the engine waits for processes and forgets that it was interrupted meanwhile.
        TrainingInterrupted.check(name, 0, loop.of());
        var engine = Engines.pytorch().getEngineName();
        return Engines.learning(
                workOfOneStep(),
                () ->
                        learn(
                                progress ->
                                        new LocalEpochs(
                                                engine, settings, loss, start, train, classes,
                                                random, progress)));
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
        TrainingInterrupted.check(name, 0, loop.of());
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
        var kept = loop.run(progress -> new Judged(beginning.apply(progress)));
        return new Learnt(kept.best(), kept.outcome());
    }

    /** A network that learns, judged in Java: as it will be asked. */
    private final class Judged implements Epochs<Network> {
        private final NetworkEpochs epochs;

        Judged(NetworkEpochs epochs) {
            this.epochs = epochs;
        }

        @Override
        public double epoch(int number, int[] order) {
            return epochs.epoch(number, order);
        }

        @Override
        public Network copy() {
            return epochs.network();
        }

        @Override
        public double validation(Network network) {
            return validation.loss(network, validation.size(), loss);
        }

        @Override
        public double training(Network network) {
            return train.loss(network, EpochLoop.ROWS_AT_THE_END, loss);
        }

        @Override
        public void close() {
            epochs.close();
        }
    }

    private NetworkEpochs begun(NetworkPlace place, NetworkTask task) {
        try {
            return place.begin(task);
        } catch (CancellationException e) {
            throw loop.interrupted(0, e);
        }
    }
}
