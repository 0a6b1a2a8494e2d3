package himalia.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import himalia.model.Labels;
import himalia.training.numeric.Network;
import java.util.Arrays;

/** Rows with their classes, handed to PyTorch a few at a time. */
final class Batches {
    private final double[][] rows;
    private final int[] codes;

    private Batches(double[][] rows, int[] codes) {
        this.rows = rows;
        this.codes = codes;
    }

    /** Takes the rows that stand from {@code start} to {@code end} in the order. */
    static Batches of(double[][] rows, Labels labels, int[] order, int start, int end) {
        var part = new double[end - start][];
        var codes = new int[part.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = rows[order[start + i]];
            codes[i] = labels.code(order[start + i]);
        }
        return new Batches(part, codes);
    }

    double[][] rows() {
        return rows;
    }

    int[] codes() {
        return codes;
    }

    int size() {
        return rows.length;
    }

    int width() {
        return rows[0].length;
    }

    NDArray features(NDManager manager, int[] order, int start, int end) {
        int width = width();
        var values = new float[(end - start) * width];
        for (int i = start; i < end; i++) {
            for (int j = 0; j < width; j++) {
                values[(i - start) * width + j] = (float) rows[order[i]][j];
            }
        }
        return manager.create(values, new Shape(end - start, width));
    }

    NDArray codes(NDManager manager, int[] order, int start, int end) {
        var values = new float[end - start];
        for (int i = start; i < end; i++) {
            values[i - start] = codes[order[i]];
        }
        return manager.create(values);
    }

    /** Returns the mean loss of a network on the first of these rows. */
    double loss(Network network, int most, FocalLoss loss) {
        double sum = 0;
        int count = Math.min(most, rows.length);
        for (int i = 0; i < count; i++) {
            var probabilities = network.probabilities(rows[i]);
            if (Double.isNaN(probabilities[codes[i]])) {
                return Double.NaN;
            }
            // A softmax of logarithms gives back the probabilities.
            sum += loss.loss(logarithms(probabilities), codes[i]);
        }
        return sum / count;
    }

    private static double[] logarithms(double[] probabilities) {
        return Arrays.stream(probabilities)
                .map(each -> Math.log(Math.max(each, Double.MIN_NORMAL)))
                .toArray();
    }
}
