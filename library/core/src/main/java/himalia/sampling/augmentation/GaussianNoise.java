package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Adds normal noise to every number of a picture.
 *
 * <pre>{@code
 * new GaussianNoise(0.05).apply(digit, new Random(42))
 * }</pre>
 *
 * @param deviation the noise's standard deviation as a share of the range, not below 0
 */
public record GaussianNoise(double deviation) implements Transform<Pixels> {
    public GaussianNoise {
        Ranges.notNegative(deviation, "deviation");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        var scale = deviation * (original.high() - original.low());
        return original.made(
                original.height(),
                original.width(),
                (y, x, c) -> original.at(y, x, c) + scale * random.nextGaussian());
    }
}
