package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * A picture as numbers: row by row, in a row point by point, in a point channel by channel.
 *
 * <pre>{@code
 * Pixels digit = Pixels.ofRow(row, 8, 8, 0, 16);              // 64 numbers from 0 to 16
 * Pixels photo = Pixels.of(new java.awt.image.BufferedImage(32, 32, 1));  // three channels from 0 to 255
 * photo.toImage()
 * }</pre>
 */
public final class Pixels {
    private static final int BYTE = 255;
    private static final int RGB = 3;

    private final int height;
    private final int width;
    private final int channels;
    private final double low;
    private final double high;
    private final double[] values;

    /** The array is this one's own from now on. */
    Pixels(int height, int width, int channels, double low, double high, double[] values) {
        this.height = height;
        this.width = width;
        this.channels = channels;
        this.low = low;
        this.high = high;
        this.values = values;
    }

    /**
     * Returns a grey picture from one row of numbers, as tables and CSV files hold them.
     *
     * @param row {@code height × width} numbers, row by row
     * @param low black
     * @param high white
     * @throws IllegalArgumentException naming the first number that is not from {@code low} to {@code high}
     */
    public static Pixels ofRow(double[] row, int height, int width, double low, double high) {
        given(row, "row");
        Ranges.positive(height, "height");
        Ranges.positive(width, "width");
        if ((long) height * width != row.length) {
            throw new IllegalArgumentException(
                    "a picture of %d × %d has %d numbers, and the row has %d"
                            .formatted(height, width, (long) height * width, row.length));
        }
        checkRange(low, high);
        for (var i = 0; i < row.length; i++) {
            if (!(row[i] >= low && row[i] <= high)) {
                throw new IllegalArgumentException(
                        "the point in row %d, column %d is %s, and low is %s, high %s; name the numbers of black and of white, or mend the point"
                                .formatted(i / width, i % width, row[i], low, high));
            }
        }
        return new Pixels(height, width, 1, low, high, row.clone());
    }

    /**
     * Returns a grey picture.
     *
     * @param rows the points, {@code [height][width]}
     * @param low black
     * @param high white
     * @throws IllegalArgumentException naming the first number that is not from {@code low} to {@code high}
     */
    public static Pixels of(double[][] rows, double low, double high) {
        given(rows, "rows");
        if (rows.length == 0 || rows[0].length == 0) {
            throw new IllegalArgumentException(
                    "rows are %d of %d points; a picture has one point at least"
                            .formatted(rows.length, rows.length == 0 ? 0 : rows[0].length));
        }
        var width = rows[0].length;
        for (var i = 0; i < rows.length; i++) {
            if (rows[i].length != width) {
                throw new IllegalArgumentException(
                        "row %d has %d points, and row 0 has %d"
                                .formatted(i, rows[i].length, width));
            }
        }
        var values = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        return ofRow(values, rows.length, width, low, high);
    }

    /** Returns a picture's red, green and blue, from 0 to 255; one that is grey has one channel. */
    public static Pixels of(BufferedImage image) {
        given(image, "image");
        var grey = image.getColorModel().getNumColorComponents() == 1;
        var channels = grey ? 1 : RGB;
        var values = new double[image.getHeight() * image.getWidth() * channels];
        var place = 0;
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                if (grey) {
                    values[place++] = image.getRaster().getSampleDouble(x, y, 0);
                } else {
                    var rgb = image.getRGB(x, y);
                    for (var shift = 16; shift >= 0; shift -= 8) {
                        values[place++] = rgb >> shift & BYTE;
                    }
                }
            }
        }
        var bits = image.getColorModel().getComponentSize(0);
        var high = grey ? Math.pow(2, bits) - 1 : BYTE;
        return new Pixels(image.getHeight(), image.getWidth(), channels, 0, high, values);
    }

    private static void checkRange(double low, double high) {
        if (!(low < high) || Double.isInfinite(high - low)) {
            throw new IllegalArgumentException(
                    "low must be less than high, both finite, got %s and %s".formatted(low, high));
        }
    }

    public int height() {
        return height;
    }

    public int width() {
        return width;
    }

    /** Returns 1 for grey, 3 for red, green and blue. */
    public int channels() {
        return channels;
    }

    /** Returns what black is. */
    public double low() {
        return low;
    }

    /** Returns what white is. */
    public double high() {
        return high;
    }

    /**
     * Returns one number; {@code y} counts down from the top.
     *
     * @throws IllegalArgumentException if there is no such point or channel
     */
    public double at(int y, int x, int channel) {
        boolean isIn = y >= 0 && y < height && x >= 0 && x < width;
        if (!isIn || channel < 0 || channel >= channels) {
            throw new IllegalArgumentException(
                    "a picture of %d × %d × %d has no point (%d, %d, %d)"
                            .formatted(height, width, channels, y, x, channel));
        }
        return values[place(y, x) + channel];
    }

    /** Returns all numbers, row by row: a copy. */
    public double[] row() {
        return values.clone();
    }

    /** Returns the picture to look at, black and white stretched from {@link #low} to {@link #high}. */
    public BufferedImage toImage() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                var place = place(y, x);
                var rgb = 0;
                for (var c = 0; c < RGB; c++) {
                    var value = values[place + (channels == 1 ? 0 : c)];
                    rgb = rgb << 8 | (int) Math.round((value - low) / (high - low) * BYTE);
                }
                image.setRGB(x, y, rgb);
            }
        }
        return image;
    }

    /** Returns a picture of this range whose points are made anew, each within the range. */
    Pixels made(int newHeight, int newWidth, Point point) {
        var made = new double[newHeight * newWidth * channels];
        var place = 0;
        for (var y = 0; y < newHeight; y++) {
            for (var x = 0; x < newWidth; x++) {
                for (var c = 0; c < channels; c++) {
                    made[place++] = Math.max(low, Math.min(high, point.value(y, x, c)));
                }
            }
        }
        return new Pixels(newHeight, newWidth, channels, low, high, made);
    }

    boolean isOfOneValue() {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    boolean contains(int y, int x) {
        return y >= 0 && y < height && x >= 0 && x < width;
    }

    private int place(int y, int x) {
        return (y * width + x) * channels;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pixels pixels
                && pixels.height == height
                && pixels.width == width
                && pixels.channels == channels
                && pixels.low == low
                && pixels.high == high
                && Arrays.equals(pixels.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Pixels[%d × %d%s, %s to %s]"
                .formatted(height, width, channels == 1 ? "" : " × " + channels, low, high);
    }

    /** What a point of a picture that is made is to hold. */
    @FunctionalInterface
    interface Point {
        double value(int y, int x, int channel);
    }
}
