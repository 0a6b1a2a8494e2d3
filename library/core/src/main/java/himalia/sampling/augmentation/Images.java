package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

/**
 * What can be done to a picture, without chance. Each returns a new picture of the same range; values that leave the range are cut
 * to it.
 *
 * <pre>{@code
 * Images.rotate(digit, 15, 0)
 * Images.cutout(digit, 2, 3, 3, 0)
 * }</pre>
 */
public final class Images {
    private Images() {}

    /** Left and right change places. */
    public static Pixels flipHorizontal(Pixels image) {
        given(image, "image");
        return image.made(
                image.height(), image.width(), (y, x, c) -> image.at(y, image.width() - 1 - x, c));
    }

    /** Top and bottom change places. */
    public static Pixels flipVertical(Pixels image) {
        given(image, "image");
        return image.made(
                image.height(), image.width(), (y, x, c) -> image.at(image.height() - 1 - y, x, c));
    }

    /** A quarter turn against the clock: the right side comes to the top. */
    public static Pixels rotate90(Pixels image) {
        given(image, "image");
        return image.made(
                image.width(), image.height(), (y, x, c) -> image.at(x, image.width() - 1 - y, c));
    }

    /**
     * Turned about its middle, each point between the four that it comes from (bilinear).
     *
     * @param degrees against the clock
     * @param fill what comes in at the corners, from black to white
     */
    public static Pixels rotate(Pixels image, double degrees, double fill) {
        given(image, "image");
        finite(degrees, "degrees");
        checkFill(image, fill);
        var cos = Math.cos(Math.toRadians(degrees));
        var sin = Math.sin(Math.toRadians(degrees));
        var middleY = (image.height() - 1) / 2.0;
        var middleX = (image.width() - 1) / 2.0;
        return image.made(
                image.height(),
                image.width(),
                (y, x, c) -> {
                    var down = y - middleY;
                    var right = x - middleX;
                    return between(
                            image,
                            middleY + cos * down + sin * right,
                            middleX + cos * right - sin * down,
                            c,
                            fill);
                });
    }

    private static double between(Pixels image, double y, double x, int channel, double fill) {
        var top = (int) Math.floor(y);
        var left = (int) Math.floor(x);
        var down = y - top;
        var right = x - left;
        return (1 - down)
                        * ((1 - right) * at(image, top, left, channel, fill)
                                + right * at(image, top, left + 1, channel, fill))
                + down
                        * ((1 - right) * at(image, top + 1, left, channel, fill)
                                + right * at(image, top + 1, left + 1, channel, fill));
    }

    private static double at(Pixels image, int y, int x, int channel, double fill) {
        return image.contains(y, x) ? image.at(y, x, channel) : fill;
    }

    /**
     * Moved; what leaves the picture is gone.
     *
     * @param down points, negative for up
     * @param right points, negative for left
     * @param fill what comes in, from black to white
     */
    public static Pixels shift(Pixels image, int down, int right, double fill) {
        given(image, "image");
        checkFill(image, fill);
        return image.made(
                image.height(),
                image.width(),
                (y, x, c) -> at(image, y - down, x - right, c, fill));
    }

    /** A part of the picture, whose first point is {@code (top, left)}. */
    public static Pixels crop(Pixels image, int top, int left, int height, int width) {
        given(image, "image");
        Ranges.positive(height, "height");
        Ranges.positive(width, "width");
        if (!image.contains(top, left)
                || (long) top + height > image.height()
                || (long) left + width > image.width()) {
            throw new IllegalArgumentException(
                    "a part of %d × %d from (%d, %d) does not lie in a picture of %d × %d"
                            .formatted(height, width, top, left, image.height(), image.width()));
        }
        return image.made(height, width, (y, x, c) -> image.at(top + y, left + x, c));
    }

    /**
     * A square is painted over; what of it lies outside does not matter.
     *
     * <p>T. DeVries, G. W. Taylor (2017): Improved Regularization of Convolutional Neural Networks with Cutout.
     *
     * @param fill what the square is painted with, from black to white
     */
    public static Pixels cutout(Pixels image, int top, int left, int size, double fill) {
        given(image, "image");
        Ranges.positive(size, "size");
        checkFill(image, fill);
        return image.made(
                image.height(),
                image.width(),
                (y, x, c) ->
                        y >= top && y < (long) top + size && x >= left && x < (long) left + size
                                ? fill
                                : image.at(y, x, c));
    }

    /** Lighter by so much, darker where it is negative. */
    public static Pixels brightness(Pixels image, double more) {
        given(image, "image");
        finite(more, "more");
        return image.made(image.height(), image.width(), (y, x, c) -> image.at(y, x, c) + more);
    }

    /**
     * Every value's distance from {@code about} times {@code factor}.
     *
     * @param factor above 1 for more contrast, below for less
     */
    public static Pixels contrast(Pixels image, double factor, double about) {
        given(image, "image");
        Ranges.notNegative(factor, "factor");
        finite(about, "about");
        return image.made(
                image.height(),
                image.width(),
                (y, x, c) -> about + factor * (image.at(y, x, c) - about));
    }

    private static void checkFill(Pixels image, double fill) {
        Ranges.between(fill, image.low(), image.high(), "fill");
    }

    private static void finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a number, got " + value);
        }
    }
}
