package himalia.features.leakage;

import java.util.Arrays;
import org.apache.commons.math3.stat.StatUtils;

/** Columns about their median, by a deviation that numbers far off do not move. */
final class RobustScale {
    /** The median of the distances from the median is this share of a normal column's deviation. */
    private static final double OF_NORMAL = 0.6745;

    private RobustScale() {}

    /** Returns the rows of the columns; a missing value is the median. */
    static double[][] rows(Numbers numbers) {
        int width = numbers.names().size();
        var rows = new double[numbers.rows().length][width];
        for (int j = 0; j < width; j++) {
            var values = numbers.read().get(j);
            double median = median(Arrays.stream(values).filter(Double::isFinite).toArray());
            double scale = scale(values, median, numbers.deviations()[j]);
            for (int row = 0; row < rows.length; row++) {
                rows[row][j] = Double.isFinite(values[row]) ? (values[row] - median) / scale : 0;
            }
        }
        return rows;
    }

    /** Where half of a column is one value, as of amounts that are mostly 0, the others have the scale. */
    private static double scale(double[] values, double median, double deviation) {
        var distances =
                Arrays.stream(values)
                        .filter(value -> Double.isFinite(value) && value != median)
                        .map(value -> Math.abs(value - median))
                        .toArray();
        return Math.min(deviation, median(distances) / OF_NORMAL);
    }

    private static double median(double[] values) {
        return StatUtils.percentile(values, 50);
    }
}
