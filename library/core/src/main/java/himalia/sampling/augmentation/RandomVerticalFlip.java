package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Top and bottom change places, in a share of the pictures.
 *
 * <pre>{@code
 * new RandomVerticalFlip(0.5).apply(photo, new Random(42))
 * }</pre>
 *
 * @param share how often, from 0 to 1
 */
public record RandomVerticalFlip(double share) implements Transform<Pixels> {
    public RandomVerticalFlip {
        Ranges.share(share, "share");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        return random.nextDouble() < share ? Images.flipVertical(original) : original;
    }
}
