package himalia.features;

import himalia.table.Cores;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * The mean of numbers; what an addition loses is added up beside it, as Kahan and Neumaier do.
 *
 * <p>Four sums, since each waits for the one before.
 */
final class Mean {
    private static final int SUMS = 4;
    private static final double SMALLER = 0x1p-32;

    /** Few enough to stay in a core's cache. */
    private static final int PIECE = 1 << 13;

    /** How often a cell is looked at, about. */
    private static final long READ = 20;

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

    /**
     * Returns the mean of the first cells of an array that are there, NaN of none. Pieces are added up each by itself, so that the sum is the same on
     * however many cores.
     */
    static double ofPresent(double[] cells, int rows) {
        var sums = new Sum[(rows + PIECE - 1) / PIECE];
        var counts = new int[sums.length];
        Cores.each(
                sums.length,
                READ * rows,
                piece -> {
                    int from = piece * PIECE;
                    int to = Math.min(rows, from + PIECE);
                    var there = new double[to - from];
                    counts[piece] = present(cells, from, to, there);
                    sums[piece] = Sum.of(there, counts[piece]);
                });
        double mean = Sum.of(sums) / IntStream.of(counts).sum();
        if (Double.isFinite(mean)) {
            return mean;
        }
        var there = new double[rows];
        return of(there, present(cells, 0, rows, there));
    }

    /** Writes the cells that are there one behind the other, maybe where they stand, and returns how many there are. */
    static int present(double[] cells, int from, int to, double[] there) {
        int count = 0;
        for (int row = from; row < to; row++) {
            double value = cells[row];
            there[count] = value;
            count += Double.isNaN(value) ? 0 : 1;
        }
        return count;
    }

    private static double summed(double[] values, int count) {
        return Sum.of(values, count).value() / count;
    }

    /**
     * A sum.
     *
     * @param lost what its additions have lost
     */
    private record Sum(double rounded, double lost) {
        /** Of infinite sums nothing is lost that would be a number. */
        double value() {
            return Double.isFinite(rounded) ? rounded + lost : rounded;
        }

        static double of(Sum[] parts) {
            double sum = 0;
            double lost = 0;
            for (var part : parts) {
                double next = sum + part.rounded;
                lost += part.lost + Mean.lost(sum, part.rounded, next);
                sum = next;
            }
            return new Sum(sum, lost).value();
        }

        static Sum of(double[] values, int count) {
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
                lostA += Mean.lost(a, values[i], nextA);
                lostB += Mean.lost(b, values[i + 1], nextB);
                lostC += Mean.lost(c, values[i + 2], nextC);
                lostD += Mean.lost(d, values[i + 3], nextD);
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
                lost += Mean.lost(a, value, next);
                a = next;
            }
            return new Sum(a, lost);
        }
    }

    /** Exactly what the sum lacks, whichever of both is larger. */
    private static double lost(double sum, double value, double next) {
        double added = next - sum;
        return (sum - (next - added)) + (value - added);
    }
}
