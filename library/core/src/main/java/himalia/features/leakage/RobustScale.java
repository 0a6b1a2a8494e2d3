package himalia.features.leakage;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.stat.StatUtils;

/** Columns about their middle, by a deviation that numbers far off do not move. */
final class RobustScale {
    /** The median of the distances from the middle is this share of a normal column's deviation. */
    private static final double OF_NORMAL = 0.6745;

    /** Nine tenths of the distances are up to so many deviations of a normal column. */
    private static final double MOST_OF_NORMAL = 1.645;

    /** A value that so many rows have is the middle of a column, as the zero of amounts is. */
    private static final double FREQUENT = 0.2;

    private RobustScale() {}

    /**
     * Returns the rows of the columns; a missing value is the middle.
     *
     * @param near in deviations: what is so near to a frequent value is that value, with some noise
     */
    static double[][] rows(List<double[]> columns, double near) {
        int width = columns.size();
        var rows = new double[columns.get(0).length][width];
        for (int j = 0; j < width; j++) {
            var values = columns.get(j);
            var present = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
            double common = mostCommon(present);
            boolean isFrequent = !Double.isNaN(common);
            double middle = isFrequent ? common : StatUtils.percentile(present, 50);
            double scale = scale(present, middle, isFrequent);
            for (int row = 0; row < rows.length; row++) {
                double value = Double.isFinite(values[row]) ? (values[row] - middle) / scale : 0;
                rows[row][j] = isFrequent && Math.abs(value) <= near ? 0 : value;
            }
        }
        return rows;
    }

    /** Returns the value that many rows have; NaN where none is so frequent. */
    private static double mostCommon(double[] sorted) {
        double common = Double.NaN;
        int most = (int) Math.ceil(FREQUENT * sorted.length) - 1;
        int from = 0;
        for (int to = 1; to <= sorted.length; to++) {
            if (to == sorted.length || sorted[to] != sorted[from]) {
                if (to - from > most) {
                    most = to - from;
                    common = sorted[from];
                }
                from = to;
            }
        }
        return common;
    }

    /**
     * The distances of all other values. Beside a frequent one, most of them may be its copies with some noise: the farther
     * ones tell.
     */
    private static double scale(double[] present, double middle, boolean isFrequent) {
        var distances =
                DoubleStream.of(present)
                        .filter(value -> value != middle)
                        .map(value -> Math.abs(value - middle));
        double robust =
                isFrequent
                        ? StatUtils.percentile(distances.distinct().toArray(), 90) / MOST_OF_NORMAL
                        : StatUtils.percentile(distances.toArray(), 50) / OF_NORMAL;
        return Math.min(Math.sqrt(StatUtils.populationVariance(present)), robust);
    }
}
