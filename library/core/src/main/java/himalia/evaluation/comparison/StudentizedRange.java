package himalia.evaluation.comparison;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.NormalDistribution;

/** The range of normal numbers, in their deviation: how far the largest of several lies from the smallest. */
final class StudentizedRange {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /** Nothing of a normal number lies further out, to a double's digits. */
    private static final double FAR = 9;

    private static final int POINTS = 16;
    private static final int MOST = 100_000;
    private static final double EXACT = 1e-11;
    private static final double LARGEST = 20;

    private StudentizedRange() {}

    /** Returns the range that a share of {@code count} numbers' ranges lie below of, with no doubt about the deviation. */
    static double quantile(double share, int count) {
        return new BrentSolver(EXACT, EXACT)
                .solve(MOST, q -> probability(q, count) - share, 0, LARGEST);
    }

    private static double probability(double q, int count) {
        return count
                * new IterativeLegendreGaussIntegrator(POINTS, EXACT, EXACT)
                        .integrate(
                                MOST,
                                z ->
                                        NORMAL.density(z)
                                                * Math.pow(
                                                        NORMAL.cumulativeProbability(z)
                                                                - NORMAL.cumulativeProbability(
                                                                        z - q),
                                                        count - 1),
                                -FAR,
                                FAR);
    }
}
