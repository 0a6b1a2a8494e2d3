package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.util.random.RandomGenerator;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A part of one picture is put into another; the label is of both classes, by their areas.
 *
 * <pre>{@code
 * CutMix.Mixed both = new CutMix(1).apply(photo, digit, new Random(42));
 * both.share()      // how much of it is the photo: the weight of its label
 * }</pre>
 *
 * <p>S. Yun et al. (2019): CutMix: Regularization Strategy to Train Strong Classifiers with Localizable Features. ICCV.
 *
 * @param alpha of the Beta(alpha, alpha) distribution that areas are drawn from, above 0
 */
public record CutMix(double alpha) {
    public CutMix {
        if (!(alpha > 0 && alpha < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("alpha must be above 0, got " + alpha);
        }
    }

    /** Puts a part of {@code second}, whose size and place are drawn, into {@code first}. */
    public Mixed apply(Pixels first, Pixels second, RandomGenerator random) {
        given(random, "random");
        alike(first, second);
        var share =
                new BetaDistribution(null, alpha, alpha)
                        .inverseCumulativeProbability(random.nextDouble());
        var side = Math.sqrt(1 - share);
        var height = (int) (side * first.height());
        var width = (int) (side * first.width());
        var top = random.nextInt(first.height()) - height / 2;
        var left = random.nextInt(first.width()) - width / 2;
        return mix(first, second, top, left, height, width);
    }

    /** Puts the part of {@code second} whose first point is {@code (top, left)} into {@code first}; what of it lies outside is left out. */
    public static Mixed mix(Pixels first, Pixels second, int top, int left, int height, int width) {
        alike(first, second);
        Ranges.notNegative(height, "height");
        Ranges.notNegative(width, "width");
        var from = Math.max(0, top);
        var to = (int) Math.max(from, Math.min(first.height(), (long) top + height));
        var begin = Math.max(0, left);
        var end = (int) Math.max(begin, Math.min(first.width(), (long) left + width));
        var mixed =
                first.made(
                        first.height(),
                        first.width(),
                        (y, x, c) ->
                                (y >= from && y < to && x >= begin && x < end ? second : first)
                                        .at(y, x, c));
        var area = (double) (to - from) * (end - begin);
        return new Mixed(mixed, 1 - area / ((double) first.height() * first.width()));
    }

    static void alike(Pixels first, Pixels second) {
        given(first, "first");
        given(second, "second");
        if (first.height() != second.height()
                || first.width() != second.width()
                || first.channels() != second.channels()
                || first.low() != second.low()
                || first.high() != second.high()) {
            throw new IllegalArgumentException(
                    "only pictures of one size and range are mixed, got %s and %s"
                            .formatted(first, second));
        }
    }

    /**
     * A picture of two.
     *
     * @param image the picture
     * @param share how much of it is of the first, from 0 to 1
     */
    public record Mixed(Pixels image, double share) {
        public Mixed {
            given(image, "image");
        }
    }
}
