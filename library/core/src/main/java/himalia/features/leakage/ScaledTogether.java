package himalia.features.leakage;

import himalia.display.bundle.Listed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;

/**
 * Columns that were scaled by the rows of both tables: together their mean is 0 and their deviation 1, which those of the training table
 * alone are not. No other numbers are so to six digits, but for designs of few values, such as as many of -1 as of 1.
 */
final class ScaledTogether {
    /** What is left of a mean of 0 and a deviation of 1 where digits were rounded. */
    private static final double ROUNDED = 1e-6;

    /** The training rows alone are further from it than that. */
    private static final double APART = 1e-4;

    private static final int FEWEST_VALUES = 10;

    private static final int NAMED = 20;

    private ScaledTogether() {}

    static List<Leak> leaks(Numbers numbers) {
        var scaled = new ArrayList<String>();
        for (int j = 0; j < numbers.names().size(); j++) {
            var together = numbers.read().get(j);
            if (offBy(together) < ROUNDED
                    && offBy(Arrays.copyOf(together, numbers.trainRows())) > APART
                    && DoubleStream.of(together).distinct().limit(FEWEST_VALUES).count()
                            == FEWEST_VALUES) {
                scaled.add(numbers.names().get(j));
            }
        }
        if (scaled.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Leak(
                        Leak.Kind.FITTED_ON_TEST,
                        "StandardScaler",
                        "%s: the mean is 0 and the deviation 1 over both tables together, and not over the training table alone, as a StandardScaler leaves it that has learnt from test rows"
                                .formatted(Listed.of(scaled, NAMED)),
                        "fit it on the training table, or put it into a Pipeline; where the table came to you so, say that its columns were scaled by all rows",
                        List.of()));
    }

    /** Returns how far mean and deviation are from 0 and 1, as whole samples are measured or as parts of one; missing cells aside. */
    private static double offBy(double[] values) {
        var there = new SummaryStatistics();
        DoubleStream.of(values).filter(value -> !Double.isNaN(value)).forEach(there::addValue);
        double ofAll = Math.abs(Math.sqrt(there.getPopulationVariance()) - 1);
        double ofPart = Math.abs(there.getStandardDeviation() - 1);
        return Math.max(Math.abs(there.getMean()), Math.min(ofAll, ofPart));
    }
}
