package himalia.evaluation.clustering;

import org.apache.commons.math3.special.Gamma;

/** The mutual information of two groupings with groups of these sizes, on the mean over all ways to draw them. */
final class ExpectedInformation {
    private ExpectedInformation() {}

    static double of(Contingency counts) {
        int rows = (int) counts.rows();
        var factorials = new double[rows + 1];
        for (int i = 0; i <= rows; i++) {
            factorials[i] = Gamma.logGamma(i + 1.0);
        }
        double sum = 0;
        for (long first : counts.first()) {
            for (long second : counts.second()) {
                sum += pair((int) first, (int) second, rows, factorials);
            }
        }
        return sum;
    }

    private static double pair(int first, int second, int rows, double[] factorials) {
        double sizes =
                factorials[first]
                        + factorials[second]
                        + factorials[rows - first]
                        + factorials[rows - second]
                        - factorials[rows];
        double sum = 0;
        int most = Math.min(first, second);
        for (int both = Math.max(1, first + second - rows); both <= most; both++) {
            double probability =
                    Math.exp(
                            sizes
                                    - factorials[both]
                                    - factorials[first - both]
                                    - factorials[second - both]
                                    - factorials[rows - first - second + both]);
            sum +=
                    (double) both
                            / rows
                            * Math.log((double) rows * both / ((double) first * second))
                            * probability;
        }
        return sum;
    }
}
