package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Changes a picture, a text or a series a little, so that its class stays what it was.
 *
 * <pre>{@code
 * Transform<Pixels> turned = new RandomRotation(15).then(new GaussianNoise(0.05));
 * Pixels other = turned.apply(digit, new Random(42));
 * }</pre>
 *
 * @param <T> what it changes: {@link Pixels}, {@link String}, or {@code double[]} for a series
 */
@FunctionalInterface
public interface Transform<T> {
    /**
     * Returns a changed copy; the given one stays as it is.
     *
     * @param random decides how it is changed
     */
    T apply(T original, RandomGenerator random);

    /** Returns this one and then another. */
    default Transform<T> then(Transform<T> next) {
        return new InOrder<>(List.of(this, given(next, "next")));
    }

    /**
     * Returns this one for a share of what it is given; the rest stays as it is.
     *
     * @param share from 0 to 1
     */
    default Transform<T> sometimes(double share) {
        return new Sometimes<>(this, share);
    }
}
