package himalia.magics.notebook;

import java.util.Arrays;
import java.util.Locale;

/**
 * What {@code %timeit} measured, in nanoseconds a call.
 *
 * @param median of the rounds
 * @param least of the rounds
 * @param most of the rounds
 * @param rounds how many rounds
 * @param calls how many calls a round
 * @param used whether the code gives a value, which is used
 */
public record Timing(
        double median, double least, double most, int rounds, long calls, boolean used) {
    /** Below this, a call that gives no value may have done nothing at all, in nanoseconds. */
    private static final double NOTHING = 10;

    static Timing of(double[] rounds, long calls, boolean used) {
        var times = rounds.clone();
        Arrays.sort(times);
        int count = times.length;
        double median = (times[(count - 1) / 2] + times[count / 2]) / 2;
        return new Timing(median, times[0], times[count - 1], count, calls, used);
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
                + ")"
                + (used || median > NOTHING
                        ? ""
                        : "\nNothing uses what this computes, so the JVM may have left it out; end it with its value.");
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
