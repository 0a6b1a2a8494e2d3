package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.features.Standardiser;
import himalia.model.Classifier;
import himalia.model.Model;
import himalia.model.Schema;
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
        if (shape.size() != 3) {
            throw new IllegalArgumentException(
                    "a picture has channels, height and width, such as [1, 8, 8], got shape "
                            + shape);
        }
        if (filters.isEmpty()) {
            throw new IllegalArgumentException(
                    "filters names no convolution; name one at least, such as [16], or take a MultilayerPerceptron");
        }
        filters.forEach(count -> Checks.atLeast("the filters of a convolution", count, 1));
        hidden.forEach(units -> Checks.atLeast("the units of a hidden layer", units, 1));
        checkRoom(Math.min(shape.get(1), shape.get(2)), shape, filters);
    }

    private static void checkRoom(int shorter, List<Integer> shape, List<Integer> filters) {
        int most = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(shorter);
        if (filters.size() > most) {
            throw new IllegalArgumentException(
                    "%d convolutions halve a picture of %d x %d pixels to nothing; take %s"
                            .formatted(
                                    filters.size(),
                                    shape.get(1),
                                    shape.get(2),
                                    most == 0
                                            ? "larger pictures, or a MultilayerPerceptron"
                                            : most + " at most, or larger pictures"));
        }
    }

    @Override
    public Model fit(Table table, String label) {
        var trainer =
                new ConvolutionalNetwork(shape, filters, hidden, options.withoutCheckpoints());
        return new BlockTraining(trainer, options, false, this::inputs, null).classes(table, label);
    }

    private BlockInputs inputs(Schema schema, double[]... cells) {
        int width = schema.features().size();
        BlockInputs.shaped(shape, width);
        var scale = BlockInputs.none(width);
        int pixels = width / shape.get(0);
        for (int channel = 0; channel < shape.get(0); channel++) {
            var values = new double[cells.length * pixels];
            for (int i = 0; i < cells.length; i++) {
                System.arraycopy(cells[i], channel * pixels, values, i * pixels, pixels);
            }
            var of = Standardiser.of(List.of(values));
            for (int j = channel * pixels; j < (channel + 1) * pixels; j++) {
                scale.means()[j] = of.means()[0];
                scale.deviations()[j] = of.deviations()[0];
            }
        }
        return new BlockInputs(shape, scale, false);
    }
}
