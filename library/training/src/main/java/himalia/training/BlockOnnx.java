package himalia.training;

import himalia.features.Standardiser;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxOperator;
import himalia.onnx.OnnxType;
import himalia.onnx.OnnxValue;
import himalia.training.BlockWeights.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The blocks whose settings tell all of them, as operators of ONNX: pictures through convolutions, categories through tables, then dense layers.
 */
record BlockOnnx(
        OnnxGraph graph, Schema schema, Trainer trainer, BlockInputs inputs, BlockWeights weights) {
    /** Returns what the last layer says of each row. */
    OnnxValue outputs() {
        if (trainer instanceof ConvolutionalNetwork || trainer instanceof ConvolutionalRegressor) {
            return dense(convolutions());
        }
        if (inputs.codesCategories()) {
            return dense(embedded());
        }
        throw new UnsupportedOperationException(
                "%s has no form in ONNX; its block is code: take a ConvolutionalNetwork, an EmbeddingNetwork or a MultilayerPerceptron, whose settings tell all of them"
                        .formatted(trainer.name()));
    }

    private OnnxValue convolutions() {
        var rows = ModelOnnx.scaledRows(graph, schema, inputs.standardiser(), trainer.name());
        var lengths =
                LongStream.concat(
                                LongStream.of(-1),
                                inputs.shape().stream().mapToLong(Integer::longValue))
                        .toArray();
        var values = reshaped(rows.as(OnnxType.FLOAT), lengths);
        for (int i = 0; i + 1 < weights.all().size(); i += 2) {
            var filters = weights.all().get(i);
            if (filters.shape().size() == 4) {
                values = convolution(values, filters, weights.all().get(i + 1));
            }
        }
        // Of no rows too, where a length of -1 cannot be told.
        return graph.node(new OnnxOperator("Flatten"), values.type(), values.width(), values);
    }

    private OnnxValue convolution(OnnxValue values, Weight filters, Weight biases) {
        var shape = filters.shape().stream().mapToLong(Long::longValue).toArray();
        var convolution =
                new OnnxOperator("Conv")
                        .with("kernel_shape", new long[] {shape[2], shape[3]})
                        .with("pads", new long[] {1, 1, 1, 1});
        var pool =
                new OnnxOperator("MaxPool")
                        .with("kernel_shape", new long[] {2, 2})
                        .with("strides", new long[] {2, 2});
        var convolved =
                graph.node(
                        convolution,
                        OnnxType.FLOAT,
                        1,
                        values,
                        reshaped(graph.table(filters.values()), shape),
                        reshaped(graph.table(biases.values()), -1));
        return graph.node(pool, OnnxType.FLOAT, 1, convolved.by("Relu"));
    }

    private OnnxValue reshaped(OnnxValue values, long... lengths) {
        return graph.node(
                new OnnxOperator("Reshape"),
                values.type(),
                values.width(),
                values,
                graph.lengths(lengths));
    }

    private OnnxValue embedded() {
        var coded = BlockInputs.categories(schema);
        var parts = new ArrayList<OnnxValue>();
        var places = BlockInputs.numbers(schema);
        if (places.length > 0) {
            var features = IntStream.of(places).mapToObj(schema.features()::get).toList();
            var scale =
                    new Standardiser(
                            picked(inputs.standardiser().means(), places),
                            picked(inputs.standardiser().deviations(), places));
            var numbers = new Schema(features, schema.target());
            parts.add(
                    ModelOnnx.scaledRows(graph, numbers, scale, trainer.name()).as(OnnxType.FLOAT));
        }
        coded.forEach(j -> parts.add(embedded(j)));
        return OnnxValue.beside(parts);
    }

    private static double[] picked(double[] values, int... places) {
        return IntStream.of(places).mapToDouble(j -> values[j]).toArray();
    }

    /** The first row of the table is of what was in no row to learn from, and of missing cells. */
    private OnnxValue embedded(int column) {
        var feature = schema.features().get(column);
        var table = EmbeddedRows.table(weights, column).orElseThrow();
        // A column may have no level, and an operator needs one.
        var levels = new ArrayList<>(List.of(""));
        levels.addAll(feature.levels());
        var codes = LongStream.range(0, levels.size()).toArray();
        return graph.column(feature.name())
                .places(levels, codes, 0)
                .rowsOf(
                        graph.table(matrix(table)),
                        "column '%s' has a level without a place".formatted(feature.name()));
    }

    private OnnxValue dense(OnnxValue rows) {
        var layers = layers();
        var values = rows;
        for (int i = 0; i < layers.size(); i += 2) {
            values = values.product(graph.table(turned(matrix(layers.get(i)))));
            values = values.plus(graph.table(layers.get(i + 1).values()));
            // Relu may make 0 of NaN, and PyTorch does not.
            values = i + 2 < layers.size() ? ModelOnnx.told(values).by("Relu") : values;
        }
        return values.as(OnnxType.NUMBER);
    }

    /** Matrices and biases of the dense layers, one after the other. */
    private List<Weight> layers() {
        var layers = new ArrayList<Weight>();
        var all = weights.all();
        for (int i = 0; i + 1 < all.size(); i++) {
            boolean isMatrix = all.get(i).shape().size() == 2;
            if (isMatrix && all.get(i + 1).shape().size() == 1) {
                layers.add(all.get(i));
                layers.add(all.get(i + 1));
            }
        }
        return layers;
    }

    private static float[][] matrix(Weight weight) {
        int rows = weight.shape().get(0).intValue();
        int width = weight.shape().get(1).intValue();
        var matrix = new float[rows][width];
        for (int i = 0; i < rows; i++) {
            System.arraycopy(weight.values(), i * width, matrix[i], 0, width);
        }
        return matrix;
    }

    private static float[][] turned(float[][] matrix) {
        var turned = new float[matrix[0].length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = matrix[i][j];
            }
        }
        return turned;
    }
}
