package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.Model;
import himalia.model.Regressor;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * A {@link ConvolutionalNetwork} that predicts a number of each picture: it makes the squared error small.
 *
 * <pre>{@code
 * // 64 columns of pixels, row by row, and how much of the leaf is eaten
 * var network = new ConvolutionalRegressor(List.of(1, 8, 8), List.of(16, 32), List.of(64), new NetworkOptions(20, 42));
 * Model model = network.fit(train, "eaten");
 * }</pre>
 *
 * <p>The label is brought to mean 0 and deviation 1 inside.
 *
 * @param shape channels, height and width of a picture
 * @param filters how many filters each convolution has, one at least
 * @param hidden how many units each dense layer before the last one has
 * @param options how it learns
 */
public record ConvolutionalRegressor(
        List<Integer> shape, List<Integer> filters, List<Integer> hidden, NetworkOptions options)
        implements Regressor {
    public ConvolutionalRegressor {
        shape = BlockInputs.lengths(given(shape, "shape"));
        filters = List.copyOf(given(filters, "filters"));
        hidden = List.copyOf(given(hidden, "hidden"));
        given(options, "options");
        Pictures.check(shape, filters, "an EmbeddingRegressor");
        hidden.forEach(units -> Checks.atLeast("the units of a hidden layer", units, 1));
    }

    @Override
    public Model fit(Table table, String label) {
        var trainer =
                new ConvolutionalRegressor(shape, filters, hidden, options.withoutCheckpoints());
        return Pictures.training(trainer, options, shape).numbers(table, label);
    }
}
