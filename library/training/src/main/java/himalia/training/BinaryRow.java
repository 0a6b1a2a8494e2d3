package himalia.training;

/**
 * What a model of two classes says of a row's true class, so that nothing is lost where it is very sure.
 *
 * @param p the true class's probability
 * @param q the other's
 * @param logP the logarithm of the true class's probability
 * @param logQ that of the other's
 */
record BinaryRow(double p, double q, double logP, double logQ) {
    static BinaryRow of(double logOdds, boolean isPositive) {
        if (Double.isNaN(logOdds)) {
            throw new IllegalArgumentException(
                    "the log odds are NaN; look for overflow, or for missing values, before");
        }
        double margin = isPositive ? logOdds : -logOdds;
        double small = Math.exp(-Math.abs(margin));
        double logLarge = -Math.log1p(small);
        double logSmall = -Math.abs(margin) + logLarge;
        double large = 1 / (1 + small);
        return margin >= 0
                ? new BinaryRow(large, small / (1 + small), logLarge, logSmall)
                : new BinaryRow(small / (1 + small), large, logSmall, logLarge);
    }

    /** Returns q<sup>γ</sup>. */
    double focus(double gamma) {
        return gamma == 0 ? 1 : Math.exp(gamma * logQ);
    }
}
