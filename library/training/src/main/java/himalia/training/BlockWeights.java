package himalia.training;

import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** A copy of all that a block has learnt, and of what it keeps besides, such as the means of a batch norm. */
record BlockWeights(List<Weight> all) {
    /** So many floats are one array of bytes. */
    private static final int MOST = Integer.MAX_VALUE / Float.BYTES;

    /**
     * One parameter.
     *
     * @param name its name in the block, which begins with its place
     */
    record Weight(String name, List<Long> shape, float[] values) {}

    static BlockWeights of(Block block) {
        var all = new ArrayList<Weight>();
        checkCount(
                block.getParameters().values().stream()
                        .mapToLong(each -> each.getArray().size())
                        .sum());
        for (var each : block.getParameters()) {
            var array = each.getValue().getArray();
            all.add(new Weight(each.getKey(), lengths(array.getShape()), array.toFloatArray()));
        }
        return new BlockWeights(all);
    }

    /** Takes them from bytes, one behind the other. */
    static BlockWeights of(List<String> names, List<List<Long>> shapes, byte[] bytes) {
        var floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
        long wanted = shapes.stream().mapToLong(BlockWeights::size).sum();
        if (names.size() != shapes.size() || floats.remaining() != wanted) {
            throw new IllegalArgumentException(
                    "its weights are damaged: %d names, %d shapes, %d numbers of %d; take another copy, or save the model again"
                            .formatted(names.size(), shapes.size(), floats.remaining(), wanted));
        }
        var all = new ArrayList<Weight>();
        for (int i = 0; i < names.size(); i++) {
            var values = new float[(int) size(shapes.get(i))];
            floats.get(values);
            all.add(new Weight(names.get(i), shapes.get(i), values));
        }
        return new BlockWeights(all);
    }

    List<String> names() {
        return all.stream().map(Weight::name).toList();
    }

    List<List<Long>> shapes() {
        return all.stream().map(Weight::shape).toList();
    }

    byte[] bytes() {
        long count = all.stream().mapToLong(each -> each.values().length).sum();
        checkCount(count);
        var bytes = ByteBuffer.allocate((int) count * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        var floats = bytes.asFloatBuffer();
        all.forEach(each -> floats.put(each.values()));
        return bytes.array();
    }

    /**
     * Has a block begin with these, before it has arrays.
     *
     * @param whose what the block is of, for the message
     * @throws IllegalArgumentException if it has other parameters; where one has another shape, when it gets its arrays
     */
    void begin(Block block, String whose) {
        var parameters = block.getParameters();
        if (!parameters.keys().equals(names())) {
            throw new IllegalArgumentException(
                    "these weights are of another block than %s: they are of %s, and it has %s"
                            .formatted(whose, names(), parameters.keys()));
        }
        for (int i = 0; i < all.size(); i++) {
            var weight = all.get(i);
            parameters
                    .get(weight.name())
                    .setInitializer(
                            (manager, shape, type) -> {
                                checkShape(weight, shape, whose);
                                checkType(weight.name(), type);
                                return manager.create(weight.values(), shape);
                            });
        }
    }

    /** Copied before the first epoch, so that nobody trains what no file takes. */
    private static void checkCount(long count) {
        if (count > MOST) {
            throw new IllegalArgumentException(
                    "a network has %d weights at most, which a model file takes, got %d; take narrower layers"
                            .formatted(MOST, count));
        }
    }

    private static void checkShape(Weight weight, Shape shape, String whose) {
        if (!lengths(shape).equals(weight.shape())) {
            throw new OtherShape(
                    "these weights are of another block than %s: '%s' has shape %s, and %s there"
                            .formatted(whose, weight.name(), weight.shape(), lengths(shape)));
        }
    }

    private static void checkType(String name, DataType type) {
        if (type != DataType.FLOAT32) {
            throw new OtherShape("'%s' is of %s, and weights are floats".formatted(name, type));
        }
    }

    /** What is refused here, and not by the block. */
    static final class OtherShape extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        OtherShape(String message) {
            super(message);
        }
    }

    private static List<Long> lengths(Shape shape) {
        return LongStream.of(shape.getShape()).boxed().toList();
    }

    private static long size(List<Long> shape) {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }
}
