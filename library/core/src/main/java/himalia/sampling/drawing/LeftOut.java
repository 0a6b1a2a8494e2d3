package himalia.sampling.drawing;

import org.apache.commons.math3.special.Gamma;

/**
 * The interval of a share where rows were drawn one by one from a table and not put back: of those that were left out as many may
 * have the value as chance leaves, which is counted and not taken to be normal. Where one row of a thousand was left out, a share
 * is known but for that row.
 *
 * <pre>{@code
 * new LeftOut(1000, 999).ends(19, 0.025)    // 0.019 to 0.02: with or without the row that is not there
 * }</pre>
 *
 * <p>The hypergeometric distribution, turned round: W. G. Cochran, Sampling Techniques (1977), section 3.6.
 *
 * @param rows how many rows the table has
 * @param drawn how many of them the sample has
 */
record LeftOut(int rows, int drawn) implements ShareInterval {
    /** What is this much less likely than the likeliest adds nothing. */
    private static final double NOTHING = 1e-17;

    @Override
    public double[] ends(ValueParts part, int value, int having, double tail) {
        return ends(having, tail);
    }

    double[] ends(int having, double tail) {
        int out = rows - drawn;
        int most = 0;
        int least = out;
        // The most and the fewest of those left out that chance leaves, by halves.
        for (int from = 0, to = out; from <= to; ) {
            int middle = (from + to) >>> 1;
            boolean mayBe = likely(having + middle, middle, 1) >= tail;
            most = mayBe ? middle : most;
            from = mayBe ? middle + 1 : from;
            to = mayBe ? to : middle - 1;
        }
        for (int from = 0, to = out; from <= to; ) {
            int middle = (from + to) >>> 1;
            boolean mayBe = likely(having + middle, middle, -1) >= tail;
            least = mayBe ? middle : least;
            from = mayBe ? from : middle + 1;
            to = mayBe ? middle - 1 : to;
        }
        return new double[] {(having + least) / (double) rows, (having + most) / (double) rows};
    }

    /**
     * Returns how likely so many or more of the rows left out have a value, or so many or fewer.
     *
     * @param all how many rows of the table have it
     * @param step 1 for more, -1 for fewer
     */
    private double likely(int all, int left, int step) {
        int out = rows - drawn;
        if (step * (left - (double) all * out / rows) <= 0) {
            // On this side of the mean it is about as likely as not, or likelier.
            return 1;
        }
        double one = Math.exp(log(all, left) + log(rows - all, out - left) - log(rows, out));
        double sum = one;
        for (int each = left; one > sum * NOTHING; each += step) {
            // The next number beside this one, by a quotient of both chances.
            one *=
                    step > 0
                            ? (all - each)
                                    / (each + 1.0)
                                    * (out - each)
                                    / (rows - all - out + each + 1.0)
                            : each
                                    / (all - each + 1.0)
                                    * (rows - all - out + each)
                                    / (out - each + 1.0);
            sum += one;
        }
        return sum;
    }

    /** The logarithm of how many ways there are to choose some of all. */
    private static double log(int all, int some) {
        return Gamma.logGamma(all + 1.0)
                - Gamma.logGamma(some + 1.0)
                - Gamma.logGamma(all - some + 1.0);
    }
}
