package himalia.training;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import himalia.training.numeric.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Copies a block's weights out of PyTorch's memory, and into it. */
final class Layers {
    private Layers() {}

    /** Returns the width of each layer, from the features to the classes. */
    static List<Integer> shape(int features, List<Integer> hidden, int classes) {
        var shape = new ArrayList<Integer>();
        shape.add(features);
        shape.addAll(hidden);
        shape.add(classes);
        return List.copyOf(shape);
    }

    /** Draws the weights of one matrix, as He says. */
    static float[] start(int size, long inputs, Random random) {
        double deviation = Math.sqrt(2.0 / inputs);
        var values = new float[size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** Draws those of all layers, one after the other; biases are 0. */
    static float[] start(List<Integer> shape, Random random) {
        int size = 0;
        for (int i = 1; i < shape.size(); i++) {
            size += (shape.get(i - 1) + 1) * shape.get(i);
        }
        var all = new float[size];
        int at = 0;
        for (int i = 1; i < shape.size(); i++) {
            var matrix = start(shape.get(i - 1) * shape.get(i), shape.get(i - 1), random);
            System.arraycopy(matrix, 0, all, at, matrix.length);
            at += matrix.length + shape.get(i);
        }
        return all;
    }

    /** Takes all layers from a list such as {@link #start(List, Random)} draws. */
    static Network of(List<Integer> shape, float[] all) {
        var layers = new ArrayList<Network.Layer>();
        int at = 0;
        for (int i = 1; i < shape.size(); i++) {
            int inputs = shape.get(i - 1);
            int outputs = shape.get(i);
            int end = at + (inputs + 1) * outputs;
            var biases = Arrays.copyOfRange(all, end - outputs, end);
            layers.add(new Network.Layer(turned(all, at, inputs, outputs), biases));
            at = end;
        }
        return new Network(layers);
    }

    /** Output by output there, input by input here. */
    private static float[][] turned(float[] flat, int at, int inputs, int outputs) {
        var weights = new float[inputs][outputs];
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < inputs; j++) {
                weights[j][k] = flat[at + k * inputs + j];
            }
        }
        return weights;
    }

    static Network of(Block block) {
        return new Network(linear(block).stream().map(Layers::layer).toList());
    }

    /** Returns the layers that have weights, in order. */
    static List<Linear> linear(Block block) {
        var layers = new ArrayList<Linear>();
        for (var child : block.getChildren().values()) {
            if (child instanceof Linear linear) {
                layers.add(linear);
            }
        }
        return layers;
    }

    private static Network.Layer layer(Linear linear) {
        var parameters = linear.getParameters();
        var matrix = parameters.get("weight").getArray();
        int outputs = (int) matrix.getShape().get(0);
        int inputs = (int) matrix.getShape().get(1);
        var weights = turned(matrix.toFloatArray(), 0, inputs, outputs);
        return new Network.Layer(weights, parameters.get("bias").getArray().toFloatArray());
    }

    /**
     * Has a layer begin with these weights; it has as many inputs and outputs, and no arrays yet. To overwrite its arrays, DJL takes a way that
     * PyTorch warns of.
     *
     * @param random of which it draws all the same, so that what comes behind it does not depend on how many layers are given
     */
    static void begin(Network.Layer layer, Linear linear, Random random) {
        int inputs = layer.weights().length;
        int outputs = layer.biases().length;
        var flat = new float[inputs * outputs];
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < inputs; j++) {
                flat[k * inputs + j] = layer.weights()[j][k];
            }
        }
        var parameters = linear.getParameters();
        parameters
                .get("weight")
                .setInitializer(
                        (manager, shape, type) -> {
                            start(flat.length, inputs, random);
                            return manager.create(flat, shape);
                        });
        parameters
                .get("bias")
                .setInitializer((manager, shape, type) -> manager.create(layer.biases(), shape));
    }
}
