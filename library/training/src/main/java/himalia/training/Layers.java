package himalia.training;

import ai.djl.nn.Block;
import ai.djl.nn.core.Linear;
import himalia.training.numeric.Network;
import java.util.ArrayList;

/** Copies a block's weights out of PyTorch's memory. */
final class Layers {
    private Layers() {}

    static Network of(Block block) {
        var layers = new ArrayList<Network.Layer>();
        for (var child : block.getChildren().values()) {
            if (child instanceof Linear linear) {
                layers.add(layer(linear));
            }
        }
        return new Network(layers);
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
}
