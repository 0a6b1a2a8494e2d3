package himalia.training;

import himalia.features.Standardiser;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.List;

/** What networks for pictures have in common: what a picture is, how often it may be halved, and on what scale it is. */
final class Pictures {
    private Pictures() {}

    /**
     * Refuses what is no picture, and convolutions that it has no room for.
     *
     * @param shape channels, height and width
     * @param filters how many filters each convolution has
     * @param other what takes the same table, without convolutions
     */
    static void check(List<Integer> shape, List<Integer> filters, String other) {
        if (shape.size() != 3) {
            throw new IllegalArgumentException(
                    "a picture has channels, height and width, such as [1, 8, 8], got shape "
                            + shape);
        }
        if (filters.isEmpty()) {
            throw new IllegalArgumentException(
                    "filters names no convolution; name one at least, such as [16], or take "
                            + other);
        }
        filters.forEach(count -> Checks.atLeast("the filters of a convolution", count, 1));
        int shorter = Math.min(shape.get(1), shape.get(2));
        int most = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(shorter);
        if (filters.size() > most) {
            throw new IllegalArgumentException(
                    "%d convolutions halve a picture of %d x %d pixels to nothing; take %s"
                            .formatted(
                                    filters.size(),
                                    shape.get(1),
                                    shape.get(2),
                                    most == 0
                                            ? "larger pictures, or " + other
                                            : most + " at most, or larger pictures"));
        }
    }

    /** Returns the training of a network that is given such. */
    static BlockTraining training(Trainer trainer, NetworkOptions options, List<Integer> shape) {
        return new BlockTraining(
                trainer, options, false, (schema, cells) -> inputs(shape, schema, cells), null);
    }

    private static BlockInputs inputs(List<Integer> shape, Schema schema, double[]... cells) {
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
