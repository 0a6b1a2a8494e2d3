package himalia.sampling.augmentation;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Originals, and changed copies of each; a notebook shows them side by side.
 *
 * <pre>{@code
 * Augmented<Pixels> digits = Augmented.of(pictures, new RandomRotation(15), 3, 42);
 * digits.copies().get(0)      // Copy[original=0, value=Pixels[8 × 8, 0.0 to 16.0]]
 * }</pre>
 *
 * @param originals as they were given
 * @param copies those of the first original, those of the second, and so on
 * @param <T> {@link Pixels}, {@link String}, or {@code double[]} for a series
 */
public record Augmented<T>(List<T> originals, List<Copy<T>> copies) {
    public Augmented {
        originals = List.copyOf(given(originals, "originals"));
        copies = List.copyOf(given(copies, "copies"));
        for (var copy : copies) {
            if (copy.original < 0 || copy.original >= originals.size()) {
                throw new IllegalArgumentException(
                        "a copy is of original %d, and there are %d"
                                .formatted(copy.original, originals.size()));
            }
        }
    }

    /**
     * Makes copies.
     *
     * @param copies how many of each original
     * @param seed makes two runs agree
     */
    public static <T> Augmented<T> of(
            List<T> originals, Transform<T> transform, int copies, long seed) {
        return of(originals, transform, copies, Seeds.random(seed));
    }

    /** Draws from {@code random} instead of a seed's numbers. */
    public static <T> Augmented<T> of(
            List<T> originals, Transform<T> transform, int copies, RandomGenerator random) {
        given(originals, "originals");
        given(transform, "transform");
        Ranges.positive(copies, "copies");
        given(random, "random");
        var made = new ArrayList<Copy<T>>();
        for (var i = 0; i < originals.size(); i++) {
            for (var copy = 0; copy < copies; copy++) {
                made.add(new Copy<>(i, transform.apply(originals.get(i), random)));
            }
        }
        return new Augmented<>(originals, made);
    }

    /** Returns the copies of one original. */
    public List<T> copiesOf(int original) {
        return copies.stream().filter(copy -> copy.original == original).map(Copy::value).toList();
    }

    /**
     * A changed copy.
     *
     * @param original the number of what it was made of
     * @param value what it became
     * @param <T> as its original
     */
    public record Copy<T>(int original, T value) {
        public Copy {
            given(value, "value");
        }
    }
}
