package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Makes a picture lighter or darker, evenly up to a share of its range.
 *
 * <pre>{@code
 * new RandomBrightness(0.2).apply(photo, new Random(42))    // of 0 to 255: by up to 51
 * }</pre>
 *
 * @param most the largest change as a share of the range, from 0 to 1
 */
public record RandomBrightness(double most) implements Transform<Pixels> {
    public RandomBrightness {
        Ranges.share(most, "most");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        var range = original.high() - original.low();
        return Images.brightness(original, (2 * random.nextDouble() - 1) * most * range);
    }
}
