package himalia.features.leakage;

import org.apache.commons.math3.special.Beta;

/**
 * Whether something comes so much more often than in imitations of the test table that chance does not explain it.
 *
 * <p>An imitation has the shape of the table, and none of its leaks: what is found there is chance. How often chance finds
 * something is known from a few imitations only, and they are not quite like the table; so what they say is taken three times.
 */
final class Surprise {
    private static final double DOUBT = 3;

    private Surprise() {}

    /**
     * Returns true if so many would be found in that share of honest tables at most.
     *
     * @param found in the table
     * @param imitated in all imitations together
     */
    static boolean is(double rare, int found, double imitated, double imitations) {
        // Counts of chance are Poisson's; of one whose rate was learnt from other counts, negative
        // binomial.
        double rate = imitations / DOUBT;
        return found > 0 && Beta.regularizedBeta(1 / (1 + rate), found, imitated + 0.5) < rare;
    }

    /** Returns true if not even the best of further imitations could make it one. */
    static boolean isNever(int found, int imitated, int imitations) {
        return found <= DOUBT * imitated / Math.max(1, imitations) && imitations >= 2;
    }
}
