package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Blurs a picture, sometimes more and sometimes less; the deviation is drawn evenly.
 *
 * <pre>{@code
 * new GaussianBlur(0.1, 1.5).apply(photo, new Random(42))
 * }</pre>
 *
 * @param least the smallest deviation of the normal curve that points are averaged by, in points, not below 0
 * @param most the largest
 */
public record GaussianBlur(double least, double most) implements Transform<Pixels> {
    public GaussianBlur {
        Ranges.inOrder(least, most);
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        return ImageFilters.blur(original, least + random.nextDouble() * (most - least));
    }
}
