package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Embedding;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import himalia.model.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Puts in the place of each category's code the numbers that are learnt for it, behind the columns that are numbers by themselves. */
final class EmbeddedRows extends AbstractBlock {
    /** What fastai allows, and its rule: of Jeremy Howard, found on many tables. */
    private static final int MOST = 600;

    private static final double FACTOR = 1.6;
    private static final double POWER = 0.56;

    private static final double DEVIATION = 0.01;

    private static final String PREFIX = "embedding";

    /** Stands for numbers near 0, which a training draws; what was in no row begins with 0. */
    static final Initializer SMALL = (manager, shape, type) -> manager.zeros(shape, type);

    private final Map<Integer, Parameter> tables = new LinkedHashMap<>();

    /** Columns side by side are taken at once: each piece costs a call, and a row is asked alone. */
    private final List<NDIndex> numbers = new ArrayList<>();

    private final Map<Integer, NDIndex> codes = new LinkedHashMap<>();
    private int width;

    EmbeddedRows(Schema schema) {
        var coded = BlockInputs.categories(schema);
        int first = 0;
        for (int j : coded) {
            numbers(first, j);
            int levels = schema.features().get(j).levels().size();
            width += size(levels);
            tables.put(j, table(j, levels));
            codes.put(j, new NDIndex(":, {}", j));
            first = j + 1;
        }
        numbers(first, schema.features().size());
    }

    private void numbers(int first, int end) {
        if (first < end) {
            numbers.add(new NDIndex(":, {}:{}", first, end));
            width += end - first;
        }
    }

    /** Returns how many numbers stand for a level; a column without any has one for what is missing. */
    static int size(int levels) {
        return (int) Math.max(1, Math.min(MOST, Math.round(FACTOR * Math.pow(levels, POWER))));
    }

    /** The row in front is of what was in no row to learn from. */
    private Parameter table(int column, int levels) {
        return addParameter(
                Parameter.builder()
                        .setName(PREFIX + column)
                        .setType(Parameter.Type.WEIGHT)
                        .optInitializer(SMALL)
                        .optShape(new Shape(levels + 1L, size(levels)))
                        .build());
    }

    /** Draws what a table begins with. */
    static Initializer small(Random random) {
        return (manager, shape, type) -> {
            var values = new float[(int) shape.size()];
            for (int i = (int) shape.get(1); i < values.length; i++) {
                values[i] = (float) (DEVIATION * random.nextGaussian());
            }
            return manager.create(values, shape);
        };
    }

    /** Returns the table of a column, of all weights of a block; none of another column. */
    static Optional<BlockWeights.Weight> table(BlockWeights weights, int column) {
        var end = PREFIX + column;
        return weights.all().stream()
                .filter(each -> each.name().endsWith("_" + end) || each.name().equals(end))
                .findFirst();
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore store,
            NDList inputs,
            boolean isTraining,
            PairList<String, Object> parameters) {
        var rows = inputs.singletonOrThrow();
        var parts = new NDList();
        numbers.forEach(columns -> parts.add(rows.get(columns)));
        tables.forEach(
                (column, table) -> {
                    NDArray places = rows.get(codes.get(column)).toType(DataType.INT64, false);
                    var weights = store.getValue(table, rows.getDevice(), isTraining);
                    parts.add(
                            Embedding.embedding(places, weights, SparseFormat.DENSE)
                                    .singletonOrThrow());
                });
        return new NDList(parts.size() == 1 ? parts.get(0) : concatenated(parts));
    }

    private static NDArray concatenated(NDList parts) {
        return NDArrays.concat(parts, 1);
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {new Shape(inputs[0].get(0), width)};
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        // There is none.
    }
}
