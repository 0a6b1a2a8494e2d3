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
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.training.numeric.Network;
import java.util.Random;

/** A network that learns in this process, by PyTorch. */
final class LocalEpochs implements NetworkEpochs {
    private final MultilayerPerceptron settings;
    private final Batches train;
    private final Progress progress;
    private final InterruptCheck interrupt = new InterruptCheck();
    private final Model model;
    private final Trainer trainer;
    private final Descent descent;

    LocalEpochs(
            String engine,
            MultilayerPerceptron settings,
            FocalLoss loss,
            NetworkStart start,
            Batches train,
            int classes,
            Random random,
            Progress progress) {
        this.settings = settings;
        this.train = train;
        this.progress = progress;
        this.model = Model.newInstance("mlp", Device.cpu(), engine);
        boolean complete = false;
        try {
            var block = block(settings, classes);
            start.freeze(block);
            model.setBlock(block);
            this.trainer = model.newTrainer(config(loss, random));
            // Behind the trainer, which gives all layers the same start.
            start.begin(block, random);
            trainer.initialize(new Shape(1, train.width()));
            this.descent = start.descent(block, settings.rate());
            complete = true;
        } finally {
            // Nobody else can: there is no object yet. A model takes its trainer's arrays along.
            if (!complete) {
                model.close();
            }
        }
    }

    private static DefaultTrainingConfig config(FocalLoss loss, Random random) {
        return new DefaultTrainingConfig(
                        loss.equals(NetworkTraining.CROSS_ENTROPY)
                                ? Loss.softmaxCrossEntropyLoss()
                                : loss.djl())
                .optDevices(new Device[] {Device.cpu()})
                .optInitializer(weights(random), Parameter.Type.WEIGHT);
    }

    private static SequentialBlock block(MultilayerPerceptron settings, int classes) {
        var block = new SequentialBlock();
        for (int units : settings.hidden()) {
            block.add(Linear.builder().setUnits(units).build()).add(Activation::relu);
        }
        return block.add(Linear.builder().setUnits(classes).build());
    }

    /** He's start, drawn here: PyTorch's own source of chance belongs to the whole process. */
    private static Initializer weights(Random random) {
        return (manager, shape, type) ->
                manager.create(Layers.start((int) shape.size(), shape.get(1), random), shape);
    }

    @Override
    public double epoch(int number, int[] order) {
        double sum = 0;
        for (int start = 0; start < order.length; start += settings.batch()) {
            interrupt.ask();
            int end = Math.min(order.length, start + settings.batch());
            sum += step(order, start, end) * (end - start);
            progress.part(end, order.length, "rows");
        }
        return sum / order.length;
    }

    private double step(int[] order, int start, int end) {
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

    @Override
    public Network network() {
        return Layers.of(model.getBlock());
    }

    @Override
    public void close() {
        try (model) {
            trainer.close();
        }
    }
}
