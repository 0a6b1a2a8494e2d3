package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

/**
 * Kernel filters of a picture, without chance. Points beyond the edge are like those at it; values that leave the range are cut to it.
 *
 * <pre>{@code
 * ImageFilters.blur(photo, 1.5)
 * ImageFilters.kernel(photo, new double[][] {{0, -1, 0}, {-1, 5, -1}, {0, -1, 0}})    // sharper
 * }</pre>
 */
public final class ImageFilters {
    /** Beyond so many deviations nothing weighs any more. */
    private static final double REACH = 4;

    /** A larger deviation leaves no picture, and takes long. */
    private static final double WIDEST = 1_000;

    private ImageFilters() {}

    /**
     * Blurs by the normal curve.
     *
     * @param deviation in points, from 0, which blurs nothing, to 1,000
     */
    public static Pixels blur(Pixels image, double deviation) {
        given(image, "image");
        Ranges.between(deviation, 0, WIDEST, "deviation");
        if (deviation == 0) {
            return image;
        }
        int reach = (int) (REACH * deviation + 0.5);
        var across = new double[1][2 * reach + 1];
        var down = new double[2 * reach + 1][1];
        var sum = 0.0;
        for (var i = -reach; i <= reach; i++) {
            across[0][reach + i] = Math.exp(-i * i / (2 * deviation * deviation));
            sum += across[0][reach + i];
        }
        for (var i = 0; i < down.length; i++) {
            across[0][i] /= sum;
            down[i][0] = across[0][i];
        }
        return kernel(kernel(image, across), down);
    }

    /**
     * Makes each point the sum of those around it, times what stands there in the kernel.
     *
     * @param kernel rows of numbers, an odd number of each; its middle is the point itself
     */
    public static Pixels kernel(Pixels image, double[][] kernel) {
        given(image, "image");
        int height = given(kernel, "kernel").length;
        int width = height == 0 ? 0 : kernel[0].length;
        for (var row : kernel) {
            if (row.length != width) {
                throw new IllegalArgumentException(
                        "the rows of a kernel have the same length, got %d and %d"
                                .formatted(width, row.length));
            }
            for (var weight : row) {
                if (!Double.isFinite(weight)) {
                    throw new IllegalArgumentException(
                            "a kernel has finite numbers, got " + weight);
                }
            }
        }
        if (height % 2 == 0 || width % 2 == 0) {
            throw new IllegalArgumentException(
                    "a kernel has an odd number of rows and columns, got %d × %d"
                            .formatted(height, width));
        }
        return image.made(image.height(), image.width(), (y, x, c) -> sum(image, kernel, y, x, c));
    }

    private static double sum(Pixels image, double[][] kernel, int y, int x, int channel) {
        var sum = 0.0;
        for (var i = 0; i < kernel.length; i++) {
            int row = within(y + i - kernel.length / 2, image.height());
            for (var j = 0; j < kernel[i].length; j++) {
                int column = within(x + j - kernel[i].length / 2, image.width());
                sum += kernel[i][j] * image.at(row, column, channel);
            }
        }
        return sum;
    }

    private static int within(int place, int size) {
        return Math.max(0, Math.min(size - 1, place));
    }
}
