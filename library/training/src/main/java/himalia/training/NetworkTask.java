package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.training.numeric.Network;
import java.util.List;

/**
 * What a {@link NetworkPlace} is given: rows, and the network that is to learn from them, before its first step.
 *
 * <pre>{@code
 * task.shape()    // 10, 32, 2: ten features, a hidden layer of 32 units, two classes
 * }</pre>
 *
 * @param name who learns, for messages
 * @param settings rate, rows of a batch
 * @param rows the standardised features, a row an example
 * @param codes the class of each row, from 0
 * @param classes how many classes there are
 * @param start all weights at the beginning: of each layer first its matrix, output by output, then its biases
 */
public record NetworkTask(
        String name,
        MultilayerPerceptron settings,
        double[][] rows,
        int[] codes,
        int classes,
        float[] start) {
    public NetworkTask {
        given(name, "name");
        given(settings, "settings");
        given(rows, "rows");
        given(codes, "codes");
        given(start, "start");
    }

    /**
     * Returns the network that weights make.
     *
     * @param weights all of them, in the order of {@link #start()}
     */
    public Network network(float[] weights) {
        return Layers.of(shape(), given(weights, "weights"));
    }

    /** Returns the width of each layer, from the features to the classes. */
    public List<Integer> shape() {
        return Layers.shape(rows[0].length, settings.hidden(), classes);
    }
}
