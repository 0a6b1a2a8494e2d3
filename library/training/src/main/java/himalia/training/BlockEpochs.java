package himalia.training;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import himalia.display.bundle.InterruptCheck;
import himalia.display.bundle.Progress;
import himalia.table.Seeds;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A block that learns in this process, by PyTorch. */
final class BlockEpochs implements Epochs<BlockWeights> {
    /** Odd, so that each seed has numbers of its own, and more than there are epochs. */
    private static final long EPOCHS_APART = 1_000_000_007;

    private final BlockTask task;
    private final Progress progress;
    private final Optional<NetworkCheckpoint> checkpoint;
    private final InterruptCheck interrupt = new InterruptCheck();
    private final Engine engine = Engines.pytorch();
    private final NDManager manager;
    private final int others;
    private final Block block;
    private final Descent descent;

    /** Where it goes on from; let go once it has begun, since it is four times the weights. */
    private Optional<NetworkCheckpoint.Content> before;

    BlockEpochs(BlockTask task, Optional<NetworkCheckpoint> checkpoint, Progress progress) {
        this.task = task;
        this.progress = progress;
        this.checkpoint = checkpoint;
        this.before = checkpoint.flatMap(place -> place.read(task.options().epochs()));
        int drawn = others();
        this.others = drawn;
        this.manager = NDManager.newBaseManager(Device.cpu(), engine.getEngineName());
        boolean complete = false;
        try {
            this.block = task.form().block(task.maker());
            initialise();
            var rates = new LinkedHashMap<Parameter, Double>();
            for (var each : block.getParameters()) {
                if (each.getValue().requiresGradient()) {
                    rates.put(each.getValue(), task.options().rate());
                }
            }
            if (rates.isEmpty()) {
                throw new IllegalArgumentException(
                        "the block of %s has nothing to learn: none of its parameters moves; add a layer that has some, such as Linear, or freeze none"
                                .formatted(task.form().name()));
            }
            this.descent = new Descent(rates);
            before.ifPresent(content -> descent.remember(content.moments()));
            complete = true;
        } finally {
            // Nobody else can: there is no object yet.
            if (!complete) {
                manager.close();
                engine.setRandomSeed(drawn);
            }
        }
    }

    private void initialise() {
        long seed = Seeds.random(task.options().seed()).nextLong();
        BlockForm.draw(block, Seeds.random(seed));
        before.ifPresent(content -> content.last().begin(block, "the block of this training"));
        chance(0);
        task.form().begin(block, manager);
    }

    /** Draws what PyTorch draws by from here on, before its chance is ours. */
    private int others() {
        try (var asked = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            var drawn = asked.randomInteger(0, Integer.MAX_VALUE, new Shape(1), DataType.INT64);
            return (int) drawn.getLong(0);
        }
    }

    /** Has an epoch's drop-outs be those of the seed, wherever the training was begun. */
    private void chance(int epoch) {
        var random = new SplittableRandom(task.options().seed() * EPOCHS_APART + epoch);
        engine.setRandomSeed(random.nextInt(Integer.MAX_VALUE));
    }

    @Override
    public State<BlockWeights> begin() {
        if (before.isPresent()) {
            var state = before.get().state(copy());
            // They hold what they began with.
            for (var each : block.getParameters()) {
                each.getValue().setInitializer(Initializer.ZEROS);
            }
            before = Optional.empty();
            return state;
        }
        var state = State.start(copy());
        // Before the first epoch: a folder that takes no file is told while nothing is lost.
        reached(state);
        return state;
    }

    @Override
    public double epoch(int number, int[] order) {
        chance(number);
        double sum = 0;
        int batch = task.options().batch();
        int end;
        for (int start = 0; start < order.length; start = end) {
            interrupt.ask();
            end = end(start, batch, order.length);
            sum += step(order, start, end) * (end - start);
            progress.part(end, order.length, "rows");
        }
        return sum / order.length;
    }

    /** A last row that is left over goes along: a batch norm learns nothing from one alone, and PyTorch refuses it. */
    private static int end(int start, int batch, int count) {
        int end = Math.min(count, start + batch);
        return batch > 1 && count - end == 1 ? count : end;
    }

    private double step(int[] order, int start, int end) {
        try (var sub = manager.newSubManager()) {
            var inputs = task.train().inputs(sub, order, start, end);
            var wanted = task.train().wanted(sub, order, start, end);
            double value;
            try (var gradients = engine.newGradientCollector()) {
                var said = task.form().forward(block, sub, inputs, true);
                var lost = task.goal().loss(wanted, said);
                task.form()
                        .asked(
                                () -> {
                                    gradients.backward(lost);
                                    return lost;
                                });
                value = lost.getFloat();
            }
            descent.step();
            return value;
        }
    }

    @Override
    public BlockWeights copy() {
        return BlockWeights.of(block);
    }

    @Override
    public double validation(BlockWeights copy) {
        return loss(block, manager, task.validation(), task.validation().size());
    }

    @Override
    public double training(BlockWeights copy) {
        try (var asked = NDManager.newBaseManager(Device.cpu(), engine.getEngineName())) {
            var other = task.form().block(task.maker());
            copy.begin(other, "the block of this training");
            other.freezeParameters(true);
            task.form().begin(other, asked);
            int most = Math.min(EpochLoop.ROWS_AT_THE_END, task.train().size());
            return loss(other, asked, task.train(), most);
        }
    }

    private double loss(Block asked, NDManager arrays, BlockRows rows, int most) {
        return Engines.withoutGradients(() -> lossOf(asked, arrays, rows, most));
    }

    private double lossOf(Block asked, NDManager arrays, BlockRows rows, int most) {
        int batch = task.options().batch();
        var order = IntStream.range(0, most).toArray();
        double sum = 0;
        for (int start = 0; start < most; start += batch) {
            int end = Math.min(most, start + batch);
            try (var sub = arrays.newSubManager()) {
                var said =
                        task.form().forward(asked, sub, rows.inputs(sub, order, start, end), false);
                var lost = task.goal().loss(rows.wanted(sub, order, start, end), said);
                sum += lost.getFloat() * (end - start);
            }
        }
        return sum / most;
    }

    @Override
    public void reached(State<BlockWeights> state) {
        checkpoint.ifPresent(
                place ->
                        place.write(
                                NetworkCheckpoint.Content.of(state, copy(), descent.moments())));
    }

    @Override
    public void close() {
        manager.close();
        // Whoever draws by PyTorch besides goes on as by chance, and not by our seed.
        engine.setRandomSeed(others);
    }
}
