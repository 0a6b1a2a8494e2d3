package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.random.RandomGenerator;

/**
 * Brings numbers into an order of chance, all of them or as many as are drawn.
 *
 * <pre>{@code
 * int[] rows = {0, 1, 2, 3};
 * Shuffle.first(rows, 2, new Random(42));     // rows[0] and rows[1] are a fair draw
 * Shuffle.all(rows, new Random(42));
 * }</pre>
 */
public final class Shuffle {
    private Shuffle() {}

    /** Brings a fair draw of {@code count} values to the front, in the order in which they were drawn. */
    public static int[] first(int[] values, int count, RandomGenerator random) {
        given(values, "values");
        given(random, "random");
        if (count < 0 || count > values.length) {
            throw new IllegalArgumentException(
                    "%d values are to be drawn, and there are %d".formatted(count, values.length));
        }
        for (int i = 0; i < count; i++) {
            swap(values, i, i + random.nextInt(values.length - i));
        }
        return values;
    }

    /** Mixes all values; from the last one on, which is another order than that of {@link #first} for the same seed. */
    public static int[] all(int[] values, RandomGenerator random) {
        given(values, "values");
        given(random, "random");
        for (int i = values.length - 1; i > 0; i--) {
            swap(values, i, random.nextInt(i + 1));
        }
        return values;
    }

    private static void swap(int[] values, int one, int other) {
        int value = values[one];
        values[one] = values[other];
        values[other] = value;
    }
}
