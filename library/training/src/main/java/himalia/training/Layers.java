package himalia.training;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import himalia.training.numeric.Network;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Copies a block's weights out of PyTorch's memory, and into it. */
final class Layers {
    private Layers() {}

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
        var flat = matrix.toFloatArray();
        int outputs = (int) matrix.getShape().get(0);
        int inputs = (int) matrix.getShape().get(1);
        var weights = new float[inputs][outputs];
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < inputs; j++) {
                weights[j][k] = flat[k * inputs + j];
            }
        }
        return new Network.Layer(weights, parameters.get("bias").getArray().toFloatArray());
    }

    /** Overwrites the weights of a layer that has as many inputs and outputs. */
    static void write(Network.Layer layer, Linear linear) {
        int inputs = layer.weights().length;
        int outputs = layer.biases().length;
        var flat = FloatBuffer.allocate(inputs * outputs);
        for (int k = 0; k < outputs; k++) {
            for (int j = 0; j < inputs; j++) {
                flat.put(layer.weights()[j][k]);
            }
        }
        var parameters = linear.getParameters();
        parameters.get("weight").getArray().set(flat.rewind());
        parameters.get("bias").getArray().set(FloatBuffer.wrap(layer.biases()));
    }
}
