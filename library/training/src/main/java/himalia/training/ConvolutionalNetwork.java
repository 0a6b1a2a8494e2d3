package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Classifier;
import himalia.model.Model;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * A network that looks at pictures through small windows, by PyTorch: convolutions of 3×3, each followed by ReLU and the maximum of 2×2 pixels, then dense layers.
 *
 * <pre>{@code
 * // 64 columns of pixels, row by row, and the digit
 * var network = new ConvolutionalNetwork(List.of(1, 8, 8), List.of(16, 32), List.of(64), new NetworkOptions(20, 42));
 * Model model = network.fit(train, "digit");
 * }</pre>
 *
 * <p>Each row of the table is a picture, its columns channel by channel, row by row, column by column. Each channel is brought to mean 0 and deviation 1 by the rows to learn
 * from. The edge is filled up with zeros, so that a convolution keeps height and width, and each maximum halves them, rounded down.
 *
 * @param shape channels, height and width of a picture
 * @param filters how many filters each convolution has, one at least
 * @param hidden how many units each dense layer before the last one has
 * @param options how it learns
 */
public record ConvolutionalNetwork(
        List<Integer> shape, List<Integer> filters, List<Integer> hidden, NetworkOptions options)
        implements Classifier {
    public ConvolutionalNetwork {
        shape = BlockInputs.lengths(given(shape, "shape"));
        filters = List.copyOf(given(filters, "filters"));
        hidden = List.copyOf(given(hidden, "hidden"));
        given(options, "options");
        Pictures.check(shape, filters, "a MultilayerPerceptron");
        hidden.forEach(units -> Checks.atLeast("the units of a hidden layer", units, 1));
    }

    @Override
    public Model fit(Table table, String label) {
        var trainer =
                new ConvolutionalNetwork(shape, filters, hidden, options.withoutCheckpoints());
        return Pictures.training(trainer, options, shape).classes(table, label);
    }
}
