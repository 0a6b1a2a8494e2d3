package himalia.magics.augmentation;

import himalia.sampling.augmentation.InOrder;
import himalia.sampling.augmentation.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** The changes that the options of a line ask for, in the order in which they are made. */
final class Chain<T> {
    private final List<Transform<T>> steps = new ArrayList<>();

    /** Adds a change where its option is not 0. */
    Chain<T> with(double setting, DoubleFunction<Transform<T>> step) {
        return setting == 0 ? this : and(step.apply(setting));
    }

    /** Adds a change. */
    Chain<T> and(Transform<T> step) {
        steps.add(step);
        return this;
    }

    /** Returns them as one. */
    Transform<T> transform(String options) {
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(
                    "nothing is to be changed; give one of " + options + " a number above 0");
        }
        return steps.size() == 1 ? steps.get(0) : new InOrder<>(steps);
    }
}
