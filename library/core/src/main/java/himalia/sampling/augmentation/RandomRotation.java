package himalia.sampling.augmentation;

import java.util.random.RandomGenerator;

/**
 * Turns a picture about its middle by an angle that is drawn evenly from {@code -degrees} to {@code degrees}; black comes in at the
 * corners.
 *
 * <pre>{@code
 * new RandomRotation(15).apply(digit, new Random(42))
 * }</pre>
 *
 * @param degrees the largest angle, from 0 to 180
 */
public record RandomRotation(double degrees) implements Transform<Pixels> {
    private static final double HALF_TURN = 180;

    public RandomRotation {
        Ranges.between(degrees, 0, HALF_TURN, "degrees");
    }

    @Override
    public Pixels apply(Pixels original, RandomGenerator random) {
        var angle = (2 * random.nextDouble() - 1) * degrees;
        return Images.rotate(original, angle, original.low());
    }
}
