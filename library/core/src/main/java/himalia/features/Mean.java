package himalia.features;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The mean of numbers; what an addition loses is added up beside it, as Kahan and Neumaier do.
 *
 * <p>Four sums, since each waits for the one before.
 */
final class Mean {
    private static final int SUMS = 4;
    private static final double SMALLER = 0x1p-32;

    private Mean() {}

    /** Returns the mean, NaN of none. */
    static double of(double[] values) {
        return of(values, values.length);
    }

    /** Returns the mean of the first numbers of an array. */
    static double of(double[] values, int count) {
        double mean = summed(values, count);
        return Double.isFinite(mean) || !areFinite(values, count)
                ? mean
                // Only the sum is too large: as many as fit into an array add up to a number so.
                : summed(first(values, count).map(value -> value * SMALLER).toArray(), count)
                        / SMALLER;
    }

    private static DoubleStream first(double[] values, int count) {
        return Arrays.stream(values, 0, count);
    }

    private static boolean areFinite(double[] values, int count) {
        return count > 0 && first(values, count).allMatch(Double::isFinite);
    }

    private static double summed(double[] values, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        double lostA = 0;
        double lostB = 0;
        double lostC = 0;
        double lostD = 0;
        int i = 0;
        for (; i + SUMS <= count; i += SUMS) {
            double nextA = a + values[i];
            double nextB = b + values[i + 1];
            double nextC = c + values[i + 2];
            double nextD = d + values[i + 3];
            lostA += lost(a, values[i], nextA);
            lostB += lost(b, values[i + 1], nextB);
            lostC += lost(c, values[i + 2], nextC);
            lostD += lost(d, values[i + 3], nextD);
            a = nextA;
            b = nextB;
            c = nextC;
            d = nextD;
        }
        var rest = new double[] {b, c, d, 0, 0, 0};
        System.arraycopy(values, i, rest, SUMS - 1, count - i);
        double lost = lostA + lostB + lostC + lostD;
        for (double value : rest) {
            double next = a + value;
            lost += lost(a, value, next);
            a = next;
        }
        // Of infinite sums nothing is lost that would be a number.
        return (Double.isFinite(a) ? a + lost : a) / count;
    }

    /** Exactly what the sum lacks, whichever of both is larger. */
    private static double lost(double sum, double value, double next) {
        double added = next - sum;
        return (sum - (next - added)) + (value - added);
    }
}
