package himalia.evaluation.clustering;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        // Groups of one size are alike, and of many groups most have one of a few sizes.
        var seconds = ofSize(counts.second());
        for (var first : ofSize(counts.first()).entrySet()) {
            for (var second : seconds.entrySet()) {
                sum +=
                        (double) first.getValue()
                                * second.getValue()
                                * pair(first.getKey(), second.getKey(), rows, factorials);
            }
        }
        return sum;
    }

    private static Map<Integer, Long> ofSize(long[] sizes) {
        return Arrays.stream(sizes)
                .boxed()
                .collect(
                        Collectors.groupingBy(Long::intValue, TreeMap::new, Collectors.counting()));
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
