package himalia.features.leakage;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.util.CombinatoricsUtils;

/**
 * How many rows of a class stand among how many, by which is reckoned how well chance orders them.
 *
 * @param own rows of the class
 * @param all rows of it and of all others
 */
record RareRows(int own, int all) {
    /** Of more rows of either kind the normal distribution tells as well. */
    private static final int FEW = 30;

    private static final long MOST_WORK = 20_000;

    /** The deviation of the AUC of numbers by chance, as of Mann and Whitney's U. */
    double deviation() {
        return Math.sqrt((all + 1.0) / (12.0 * own * (all - own)));
    }

    /**
     * Returns how often chance gives numbers such an AUC or a greater one, in either direction: of few rows counted, for there the
     * normal distribution has too long a tail.
     */
    double chance(double auc) {
        int few = Math.min(own, all - own);
        if (few == 0) {
            return 1;
        }
        int wrong = (int) Math.ceil((1 - auc) * few * (all - few) - 1e-9);
        return few <= FEW && (long) few * wrong <= MOST_WORK
                ? Math.min(1, 2 * counted(few, wrong))
                : 2 * new NormalDistribution().cumulativeProbability((0.5 - auc) / deviation());
    }

    /** Returns how often it puts all rows of the class at one end of two. */
    private double least() {
        return Math.exp(
                CombinatoricsUtils.factorialLog(own)
                        + CombinatoricsUtils.factorialLog(all - own)
                        - CombinatoricsUtils.factorialLog(all));
    }

    /**
     * The share of all orders with no more pairs in the wrong order. These are counted by the powers of Gauss's binomial
     * coefficient: the product of (1 - x^(n + i)) / (1 - x^i) for the i-th of m rows among n others.
     */
    private double counted(int few, int most) {
        int many = all - few;
        var orders = new double[most + 1];
        orders[0] = 1;
        for (int i = 1; i <= few; i++) {
            for (int wrong = most; wrong >= many + i; wrong--) {
                orders[wrong] -= orders[wrong - many - i];
            }
            for (int wrong = i; wrong <= most; wrong++) {
                orders[wrong] += orders[wrong - i];
            }
        }
        double sum = 0;
        for (double count : orders) {
            sum += count;
        }
        return sum * least();
    }
}
