package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.util.random.RandomGenerator;

/**
 * A change that is made to a share of what comes.
 *
 * <pre>{@code
 * new Sometimes<>(new GaussianNoise(0.1), 0.3)
 * }</pre>
 *
 * @param change what is done
 * @param share how often, from 0 to 1
 * @param <T> what it changes
 */
public record Sometimes<T>(Transform<T> change, double share) implements Transform<T> {
    public Sometimes {
        given(change, "change");
        Ranges.share(share, "share");
    }

    @Override
    public T apply(T original, RandomGenerator random) {
        return random.nextDouble() < share ? change.apply(original, random) : original;
    }
}
