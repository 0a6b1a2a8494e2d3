package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Left and right change places, in a share of the pictures. Not for digits and letters, which become others.
 *
 * <pre>{@code
 * new RandomHorizontalFlip(0.5).apply(photo, new Random(42))
 * }</pre>
 *
 * @param share how often, from 0 to 1
 */
public record RandomHorizontalFlip(double share) implements Transform<Pixels> {
    public RandomHorizontalFlip {
        Ranges.share(share, "share");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        return random.nextDouble() < share ? Images.flipHorizontal(original) : original;
    }
}
