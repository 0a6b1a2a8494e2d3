package himalia.magics.notebook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@code %timeit} measured, in nanoseconds a call.
 *
 * @param median of the rounds
 * @param least of the rounds
 * @param most of the rounds
 * @param rounds how many rounds
 * @param calls how many calls a round
 */
public record Timing(double median, double least, double most, int rounds, long calls) {
    private static volatile int sink;

    /** Keeps the compiler from leaving out a call whose value nobody uses. */
    static void consume(@Nullable Object value) {
        if (System.identityHashCode(value) == 1) {
            sink++;
        }
    }

    @Override
    public String toString() {
        return text(median)
                + " a call, median of "
                + rounds
                + " rounds of "
                + String.format(Locale.ROOT, "%,d", calls)
                + " calls (from "
                + text(least)
                + " to "
                + text(most)
                + ")";
    }

    private static String text(double nanos) {
        if (nanos < 1e3) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        if (nanos < 1e6) {
            return String.format(Locale.ROOT, "%.2f µs", nanos / 1e3);
        }
        return nanos < 1e9
                ? String.format(Locale.ROOT, "%.2f ms", nanos / 1e6)
                : String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }
}
