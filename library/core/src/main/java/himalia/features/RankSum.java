package himalia.features;

import java.util.Arrays;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * The rank sum test of Wilcoxon (Mann and Whitney), exactly and with ties: how probable it is that so few rows, drawn from all, have ranks as high or as low together. Ranks
 * are told in twentieths, which leaves the test exact: so it is quick however many rows there are.
 */
final class RankSum {
    private static final int SCORES = 20;

    private RankSum() {}

    /** Returns the p of some numbers, few of them, and all others. */
    static double of(double[] some, double[] others) {
        var all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        var scores = scores(all);
        var counts = new int[SCORES + 1];
        Arrays.stream(scores).forEach(score -> counts[score]++);
        int seen = Arrays.stream(scores, 0, some.length).sum();
        var ways = ways(counts, some.length);
        double middle = some.length * Arrays.stream(scores).average().orElse(0);
        double farther = 0;
        for (int sum = 0; sum < ways.length; sum++) {
            if (Math.abs(sum - middle) >= Math.abs(seen - middle) - 1e-9) {
                farther += ways[sum];
            }
        }
        return Math.min(1, farther / Arrays.stream(ways).sum());
    }

    private static int[] scores(double[] all) {
        var ranks = ranks(all);
        return Arrays.stream(ranks)
                .mapToInt(rank -> (int) Math.round(SCORES * rank / all.length))
                .toArray();
    }

    /** Returns how many numbers are below each, those that are equal by half. */
    static double[] ranks(double[] all) {
        var sorted = all.clone();
        Arrays.sort(sorted);
        var ranks = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            int below = below(sorted, all[i], false);
            ranks[i] = (below + below(sorted, all[i], true)) / 2.0;
        }
        return ranks;
    }

    private static int below(double[] sorted, double value, boolean orSame) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted[middle] < value || (orSame && sorted[middle] == value)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Returns in how many ways so many rows can be drawn that have each sum of scores. */
    private static double[] ways(int[] counts, int drawn) {
        var ways = new double[drawn + 1][SCORES * drawn + 1];
        ways[0][0] = 1;
        for (int score = 0; score <= SCORES; score++) {
            var choices = choices(counts[score], drawn);
            // From many drawn to few, so that what is added to was not yet.
            for (int to = drawn; to > 0; to--) {
                for (int here = 1; here <= Math.min(to, counts[score]); here++) {
                    var before = ways[to - here];
                    for (int sum = here * score; sum <= SCORES * to; sum++) {
                        ways[to][sum] += choices[here] * before[sum - here * score];
                    }
                }
            }
        }
        return ways[drawn];
    }

    private static double[] choices(int count, int drawn) {
        var choices = new double[Math.min(count, drawn) + 1];
        for (int here = 0; here < choices.length; here++) {
            choices[here] = CombinatoricsUtils.binomialCoefficientDouble(count, here);
        }
        return choices;
    }
}
