package himalia.parallel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import himalia.training.Engines;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Some layers of a network in PyTorch, whose weights stand in one list of numbers outside. */
final class NetworkReplica implements AutoCloseable {
    private final int[] shape;
    private final boolean endsInClasses;
    private final NDManager manager;
    private final Loss loss = Loss.softmaxCrossEntropyLoss();

    /**
     * Takes layers.
     *
     * @param shape the width of each, and first that of what comes in
     * @param endsInClasses whether the last one gives the scores of classes; else it is hidden
     */
    NetworkReplica(int[] shape, boolean endsInClasses) {
        this.shape = shape;
        this.endsInClasses = endsInClasses;
        this.manager = Engines.pytorch().newBaseManager();
    }

    /** How many weights layers of these widths have. */
    static int size(int[] shape) {
        int size = 0;
        for (int i = 1; i < shape.length; i++) {
            size += (shape[i - 1] + 1) * shape[i];
        }
        return size;
    }

    /** Begins work on weights as they are now; arrays that it makes are gone when it is closed. */
    Pass pass(float[] weights) {
        return new Pass(weights);
    }

    @Override
    public void close() {
        manager.close();
    }

    /** Rows through these weights and back. Gradients of all rows add up. */
    final class Pass implements AutoCloseable {
        private final NDManager arrays = manager.newSubManager();
        private final List<NDArray> parameters = new ArrayList<>();
        private final GradientCollector collector = Engines.pytorch().newGradientCollector();

        private Pass(float[] weights) {
            int at = 0;
            for (int i = 1; i < shape.length; i++) {
                int cells = shape[i - 1] * shape[i];
                parameters.add(parameter(weights, at, new Shape(shape[i], shape[i - 1])));
                parameters.add(parameter(weights, at + cells, new Shape(shape[i])));
                at += cells + shape[i];
            }
        }

        private NDArray parameter(float[] weights, int at, Shape of) {
            var array = arrays.create(Arrays.copyOfRange(weights, at, at + (int) of.size()), of);
            array.setRequiresGradient(true);
            return array;
        }

        /** Makes an array of what comes in. */
        NDArray rows(float[] values) {
            return arrays.create(values, new Shape(values.length / shape[0], shape[0]));
        }

        NDArray forward(NDArray rows) {
            var values = rows;
            for (int i = 0; i < parameters.size(); i += 2) {
                values =
                        Linear.linear(values, parameters.get(i), parameters.get(i + 1))
                                .singletonOrThrow();
                if (!endsInClasses || i < parameters.size() - 2) {
                    values = Activation.relu(values);
                }
            }
            return values;
        }

        /** Sends the mean loss back, times a share, and returns it. */
        float backward(NDArray scores, int[] codes, float share) {
            var wanted = new float[codes.length];
            for (int i = 0; i < wanted.length; i++) {
                wanted[i] = codes[i];
            }
            var lost = loss.evaluate(new NDList(arrays.create(wanted)), new NDList(scores));
            back(share == 1 ? lost : lost.mul(share));
            return lost.getFloat();
        }

        /** Sends slopes back that came from the layers behind these. */
        void backward(NDArray values, float[] slopes) {
            back(values.mul(arrays.create(slopes, values.getShape())).sum());
        }

        private void back(NDArray target) {
            collector.backward(target);
        }

        /** Adds the gradient of all that was sent back. */
        void addGradient(float[] sums) {
            int at = 0;
            for (var parameter : parameters) {
                try (var gradient = parameter.getGradient()) {
                    for (float each : gradient.toFloatArray()) {
                        sums[at++] += each;
                    }
                }
            }
        }

        @Override
        public void close() {
            collector.close();
            arrays.close();
        }
    }
}
