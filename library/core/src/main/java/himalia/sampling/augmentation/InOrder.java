package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Several changes, one after the other.
 *
 * <pre>{@code
 * new InOrder<>(List.of(new RandomHorizontalFlip(0.5), new Cutout(3)))
 * }</pre>
 *
 * @param steps the changes, at least one
 * @param <T> what they change
 */
public record InOrder<T>(List<Transform<T>> steps) implements Transform<T> {
    public InOrder {
        steps = List.copyOf(given(steps, "steps"));
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps are none; give at least one transform");
        }
    }

    /** Returns these and then another, all in one row. */
    @Override
    public Transform<T> then(Transform<T> next) {
        var more = new ArrayList<>(steps);
        more.add(given(next, "next"));
        return new InOrder<>(more);
    }

    @Override
    public T apply(T original, RandomGenerator random) {
        var changed = original;
        for (var step : steps) {
            changed = step.apply(changed, random);
        }
        return changed;
    }
}
