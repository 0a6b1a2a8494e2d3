package himalia.training;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.recurrent.RecurrentBlock;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import himalia.display.bundle.Interrupts;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * What a block is asked for, and what is made sure of first: PyTorch ends the process where some types are read as others.
 *
 * @param name the trainer's name, for messages
 * @param shape the lengths of a row
 * @param outputs how many numbers are wanted for a row
 */
record BlockForm(String name, List<Integer> shape, int outputs) {
    /** As many numbers an array of Java has at most. */
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    /** How DJL names weights that read the steps in reverse. */
    private static final String BACKWARD = "r_";

    /** Returns a block that nobody has had before. */
    Block block(BlockMaker maker) {
        var block = made(maker);
        refuseBothWays(block);
        var other = made(maker);
        var seen = Collections.newSetFromMap(new IdentityHashMap<Object, Boolean>());
        seen.add(block);
        seen.addAll(block.getParameters().values());
        if (seen.contains(other)
                || other.getParameters().values().stream().anyMatch(seen::contains)) {
            throw new IllegalArgumentException(
                    "the maker of %s hands out the same block, or parts of it, twice, and a block holds its weights: make all of it in the maker, as outputs -> new SequentialBlock().add(…)"
                            .formatted(name));
        }
        for (var each : block.getParameters()) {
            if (each.getValue().isInitialized()) {
                throw new IllegalArgumentException(
                        "the block of %s has weights before it has learnt, in '%s'; hand out a block that is not initialised, and give weights by an Initializer"
                                .formatted(name, each.getKey()));
            }
        }
        return block;
    }

    /** DJL lists their weights in another order than PyTorch reads them in, which ends the process or fails for every shape. */
    private void refuseBothWays(Block block) {
        if (block instanceof RecurrentBlock
                && block.getDirectParameters().keys().stream()
                        .anyMatch(each -> each.startsWith(BACKWARD))) {
            throw new IllegalArgumentException(
                    "the block of %s has an %s in both directions, of which PyTorch reads the weights in another order than DJL gives them, and the process may end: take one direction, or two blocks of one, the second of which is given the steps in reverse"
                            .formatted(name, block.getClass().getSimpleName()));
        }
        block.getChildren().values().forEach(this::refuseBothWays);
    }

    private Block made(BlockMaker maker) {
        var block = maker.block(outputs);
        if (block == null) {
            throw new IllegalArgumentException(
                    "the maker of %s returned null; it returns a new block".formatted(name));
        }
        return block;
    }

    /** Has weights begin as Glorot and Bengio say, drawn here: PyTorch's own source of chance belongs to the whole process. Those with an initialiser of their own keep it. */
    static void draw(Block block, Random random) {
        for (var each : block.getParameters()) {
            var parameter = each.getValue();
            if (parameter.getInitializer() == EmbeddedRows.SMALL) {
                parameter.setInitializer(EmbeddedRows.small(random));
            } else if (parameter.getType() == Parameter.Type.WEIGHT
                    && parameter.getInitializer() == Parameter.Type.WEIGHT.getInitializer()) {
                parameter.setInitializer(glorot(random));
            }
        }
    }

    /**
     * Of a matrix the inputs are its second length and the outputs its first, of a convolution those of all places that a filter looks at.
     *
     * <p>X. Glorot, Y. Bengio (2010): Understanding the difficulty of training deep feedforward neural networks. AISTATS 9, 249–256; their uniform numbers, as scikit-learn's
     * networks begin with. He's, twice as wide, leave a last layer so loud that a number takes far longer to be learnt.
     */
    private static Initializer glorot(Random random) {
        return (manager, shape, type) -> {
            boolean isVector = shape.dimension() < 2;
            long all =
                    isVector
                            ? 2 * shape.size()
                            : shape.size() / shape.get(0) + shape.size() / shape.get(1);
            double limit = Math.sqrt(6.0 / all);
            var values = new float[length(shape)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (limit * (2 * random.nextDouble() - 1));
            }
            return manager.create(values, shape);
        };
    }

    private static int length(Shape shape) {
        if (shape.size() > LARGEST) {
            throw new IllegalArgumentException(
                    "a parameter of shape %s has %,d numbers, and an array holds no more than %,d; take fewer units"
                            .formatted(shape, shape.size(), LARGEST));
        }
        return (int) shape.size();
    }

    /** Gives a block its arrays, and asks it once. */
    void begin(Block block, NDManager manager) {
        asked(
                () -> {
                    block.initialize(manager, DataType.FLOAT32, rows(1));
                    return block;
                });
        for (var each : block.getParameters()) {
            checkFloats(each.getValue().getArray(), "parameter '" + each.getKey() + "'");
        }
        try (var sub = manager.newSubManager()) {
            forward(block, sub, sub.zeros(rows(2)), false);
        }
    }

    /** Returns what a block says of rows. */
    NDArray forward(Block block, NDManager manager, NDArray rows, boolean isTraining) {
        return forward(block, new ParameterStore(manager, false), rows, isTraining);
    }

    NDArray forward(Block block, ParameterStore store, NDArray rows, boolean isTraining) {
        long count = rows.getShape().get(0);
        var said = asked(() -> block.forward(store, new NDList(rows), isTraining));
        if (said == null) {
            throw new IllegalArgumentException(
                    "the block of %s returned null for %d rows; it returns an NDList of one array"
                            .formatted(name, count));
        }
        var wanted = new Shape(count, outputs);
        if (said.size() != 1 || !said.get(0).getShape().equals(wanted)) {
            throw new IllegalArgumentException(
                    "the block of %s gives %s for %d rows, and %s are wanted, %s: let its last layer have as many units as the maker is told"
                            .formatted(
                                    name,
                                    said.stream().map(NDArray::getShape).toList(),
                                    count,
                                    wanted,
                                    outputs == 1
                                            ? "the number of each row"
                                            : "a score for each class of each row"));
        }
        checkFloats(said.get(0), "what it gives");
        return said.get(0);
    }

    private void checkFloats(NDArray array, String what) {
        if (array.getDataType() != DataType.FLOAT32) {
            throw new IllegalArgumentException(
                    "the block of %s computes with floats of 32 bits, and %s is of %s; turn it into those by toType(DataType.FLOAT32, false)"
                            .formatted(name, what, array.getDataType()));
        }
    }

    /** What a block throws is told with what it was asked; slips of its own code, such as a null, keep their trace. */
    <R> R asked(Supplier<R> work) {
        try {
            return work.get();
        } catch (CancellationException | BlockWeights.OtherShape e) {
            throw e;
        } catch (RuntimeException e) {
            if (Interrupts.threw(e)) {
                // Whose code waits, and wraps what an interrupt throws, has taken it from the
                // thread, which the training asks.
                Thread.currentThread().interrupt();
                throw e;
            }
            throw told(e);
        }
    }

    private RuntimeException told(RuntimeException e) {
        boolean isOfBlock =
                e instanceof EngineException
                        || e instanceof IllegalArgumentException
                        || e instanceof IllegalStateException
                        || e instanceof IndexOutOfBoundsException
                        || e instanceof UnsupportedOperationException
                        || e instanceof NullPointerException && isOfDjl(e);
        return isOfBlock
                ? new IllegalArgumentException(
                        "the block of %s fails for rows of shape %s: %s; %s"
                                .formatted(name, shape, firstLine(e), wayOut(e)),
                        e)
                : e;
    }

    /** Such as what a lambda block was given, and not what code of a user's stumbles over. */
    private static boolean isOfDjl(RuntimeException e) {
        var trace = e.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith("ai.djl.");
    }

    private static String wayOut(RuntimeException e) {
        return firstLine(e).contains("more than 1 value per channel")
                ? "a batch norm learns from two rows at least: take a larger batch"
                : "check which shape each of its layers takes, and the shape that rows are given to it in";
    }

    private static String firstLine(RuntimeException e) {
        var told = String.valueOf(e.getMessage());
        return told.lines().findFirst().orElse(e.getClass().getSimpleName());
    }

    /** Returns the shape of so many rows. */
    Shape rows(int count) {
        return new Shape(
                LongStream.concat(
                                LongStream.of(count), shape.stream().mapToLong(Integer::longValue))
                        .toArray());
    }
}
