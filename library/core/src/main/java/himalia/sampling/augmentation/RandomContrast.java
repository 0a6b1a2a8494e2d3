package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * More contrast or less, about the middle of the range; the factor is drawn evenly.
 *
 * <pre>{@code
 * new RandomContrast(0.7, 1.5).apply(photo, new Random(42))
 * }</pre>
 *
 * @param least the smallest factor, not below 0
 * @param most the largest factor
 */
public record RandomContrast(double least, double most) implements Transform<Pixels> {
    public RandomContrast {
        Ranges.inOrder(least, most);
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        var factor = least + random.nextDouble() * (most - least);
        return Images.contrast(original, factor, (original.low() + original.high()) / 2);
    }
}
