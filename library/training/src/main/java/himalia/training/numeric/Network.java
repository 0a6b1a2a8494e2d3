package himalia.training.numeric;

import java.util.Arrays;
import java.util.List;

/**
 * The layers of a trained network, asked row by row.
 *
 * <pre>{@code
 * var layer = new Network.Layer(new float[][] {{1, -1}, {0, 2}}, new float[] {0, 0});
 * new Network(List.of(layer)).probabilities(new double[] {1, 1})   // 0.5, 0.5
 * }</pre>
 *
 * <p>Plain loops, not PyTorch: a matrix product's rounding depends on how many rows it has, and a row's answer must be
 * the same alone and among a million. Nothing outside the heap is held, and any number of threads may ask.
 */
public record Network(List<Layer> layers) {
    /**
     * One layer.
     *
     * @param weights input by input, so that the inner loop runs over outputs side by side
     */
    public record Layer(float[][] weights, float[] biases) {
        public float[] apply(float[] input) {
            var output = biases.clone();
            for (int j = 0; j < input.length; j++) {
                float value = input[j];
                var row = weights[j];
                for (int k = 0; k < output.length; k++) {
                    output[k] += value * row[k];
                }
            }
            return output;
        }

        /** True for the same weights, not only the same arrays. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Layer layer
                    && Arrays.deepEquals(weights, layer.weights)
                    && Arrays.equals(biases, layer.biases);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.deepHashCode(weights) + Arrays.hashCode(biases);
        }
    }

    public Network {
        layers = List.copyOf(layers);
    }

    /** Returns the probabilities of the classes. */
    public double[] probabilities(double[] row) {
        var values = layers.get(layers.size() - 1).apply(hidden(row));
        var scores = new double[values.length];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = values[k];
        }
        return Softmax.of(scores);
    }

    /** Returns what the last layer is told of a row: what the hidden layers make of it. */
    public float[] hidden(double[] row) {
        var values = new float[row.length];
        for (int j = 0; j < row.length; j++) {
            values[j] = (float) row[j];
        }
        for (var layer : layers.subList(0, layers.size() - 1)) {
            values = layer.apply(values);
            for (int k = 0; k < values.length; k++) {
                values[k] = Math.max(0, values[k]);
            }
        }
        return values;
    }
}
