package himalia.features;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.math3.special.Gamma;

/**
 * Fisher's exact test of two rows of counts, of any number of columns (Freeman and Halton, 1951): how probable all tables are that have the same sums and are not more
 * probable than this one.
 */
final class FisherExact {
    /** So many steps are taken at most; two columns of which one is rare need a few thousand of a million rows. */
    private static final int MOST_STEPS = 20_000;

    /** Two tables are as probable as each other where their logarithms are so near, as in R. */
    private static final double SAME = 1e-7;

    /** Tables of the same sum so far, and as probable, go on together. */
    private record Begun(long used, long likely) {}

    private record Ways(double log, double tables) {
        Ways plus(Ways other) {
            return new Ways(log, tables + other.tables);
        }
    }

    private final long[] sums;
    private final long drawn;

    private FisherExact(long[] sums, long drawn) {
        this.sums = sums;
        this.drawn = drawn;
    }

    /** Returns the p of a table; NaN where there are too many tables of the same sums. */
    static double of(long[][] counts) {
        long first = Arrays.stream(counts[0]).sum();
        long second = Arrays.stream(counts[1]).sum();
        var row = first <= second ? counts[0] : counts[1];
        int size = row.length;
        var sums = new long[size];
        double seen = 0;
        for (int i = 0; i < size; i++) {
            sums[i] = counts[0][i] + counts[1][i];
            seen += ways(sums[i], row[i]);
        }
        // The largest column has what the others leave it.
        Arrays.sort(sums);
        return new FisherExact(sums, Math.min(first, second)).chance(seen);
    }

    private double chance(double seen) {
        Map<Begun, Ways> begun = Map.of(new Begun(0, 0), new Ways(0, 1));
        int steps = 0;
        for (int i = 0; i < sums.length - 1; i++) {
            var next = new HashMap<Begun, Ways>();
            var ways = ways(sums[i]);
            for (var each : begun.entrySet()) {
                long used = each.getKey().used();
                long most = Math.min(sums[i], drawn - used);
                steps += (int) Math.min(MOST_STEPS, most + 1);
                if (steps > MOST_STEPS) {
                    return Double.NaN;
                }
                for (long count = 0; count <= most; count++) {
                    double log = each.getValue().log() + ways[(int) count];
                    next.merge(
                            new Begun(used + count, Math.round(log / SAME)),
                            new Ways(log, each.getValue().tables()),
                            Ways::plus);
                }
            }
            begun = next;
        }
        long last = sums[sums.length - 1];
        double all = ways(Arrays.stream(sums).sum(), drawn);
        double chance = 0;
        for (var each : begun.entrySet()) {
            long left = drawn - each.getKey().used();
            double log = each.getValue().log() + ways(last, left);
            if (log <= seen + sums.length * SAME) {
                chance += each.getValue().tables() * Math.exp(log - all);
            }
        }
        return Math.min(1, chance);
    }

    /** Returns the logarithms for each number that can be drawn of a column; none where they are too many. */
    private double[] ways(long all) {
        double[] ways = new double[(int) Math.min(MOST_STEPS, Math.min(all, drawn) + 1)];
        Arrays.setAll(ways, some -> ways(all, some));
        return ways;
    }

    /** Returns the logarithm of how many ways there are to draw some of all; minus infinity where there are not so many. */
    private static double ways(long all, long some) {
        if (some < 0 || some > all) {
            return Double.NEGATIVE_INFINITY;
        }
        return Gamma.logGamma(all + 1.0)
                - Gamma.logGamma(some + 1.0)
                - Gamma.logGamma(all - some + 1.0);
    }
}
