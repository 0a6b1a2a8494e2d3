package himalia.training;

/**
 * A row's step of stochastic gradient descent, as scikit-learn takes it.
 *
 * @param alpha the L2 penalty's weight
 * @param rate how far each step goes
 * @param isLogistic true for the logistic loss, false for the squared one
 */
record SgdRule(double alpha, LearningRate rate, boolean isLogistic) {
    /** scikit-learn's bound, by which one wild row does not end all. */
    private static final double STEEPEST = 1e12;

    /**
     * Moves one vector of weights, whose intercept is last, towards a row.
     *
     * @param target of a class 1 or 0
     * @param number the row's number from 1
     */
    void learn(double[] vector, double[] row, double target, long number) {
        double score = vector[row.length];
        for (int j = 0; j < row.length; j++) {
            score += row[j] * vector[j];
        }
        double step = rate.step(number, alpha);
        double update = -step * Math.max(-STEEPEST, Math.min(STEEPEST, slope(score, target)));
        double shrink = Math.max(0, 1 - step * alpha);
        for (int j = 0; j < row.length; j++) {
            vector[j] = vector[j] * shrink + update * row[j];
        }
        // The intercept is not penalised.
        vector[row.length] += update;
    }

    private double slope(double score, double target) {
        return isLogistic ? probability(score) - target : score - target;
    }

    /** Returns the logistic function, without overflow. */
    static double probability(double score) {
        double small = Math.exp(-Math.abs(score));
        return score >= 0 ? 1 / (1 + small) : small / (1 + small);
    }
}
