package himalia.training.numeric;

import himalia.table.Cores;
import himalia.table.LargestUnit;
import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Solves least squares with a penalty on the weights, by a QR decomposition of the rows.
 *
 * <pre>{@code
 * double[][] rows = {{-1}, {0}, {1}};
 * LeastSquares.weights(rows, new double[] {1, 3, 5}, 0, done -> {})   // 2.0 a feature, and the intercept 3.0
 * }</pre>
 *
 * <p>Where features depend on each other and nothing is held back, of all best fits it takes the one with the smallest
 * weights, as {@code lstsq} does.
 */
public final class LeastSquares {
    private static final int LEAST_BLOCK = 256;

    /** How many rows become a triangle of their own. */
    private static final int PART = 8192;

    /** And how many for each feature, so that triangles are few beside the rows. */
    private static final int PART_OF_WIDTH = 64;

    private LeastSquares() {}

    /**
     * Returns one weight a feature, and the intercept.
     *
     * @param rows features of mean 0
     * @param values what is predicted
     * @param alpha how much weights are held back; the intercept is not
     * @param watch told again and again, on any thread, how far the rows are that are at hand; what it throws ends the work
     */
    public static double[] weights(
            double[][] rows, double[] values, double alpha, IntConsumer watch) {
        int width = rows[0].length;
        int exponent = LargestUnit.exponent(Arrays.stream(values));
        // In the unit of the largest one no sum is too large.
        var targets = Arrays.stream(values).map(value -> Math.scalb(value, -exponent)).toArray();
        double mean = Arrays.stream(targets).average().orElseThrow();
        // A penalty is as good as a row for each weight that wants it to be 0.
        var triangle = new double[alpha > 0 ? width : 0][width + 1];
        for (int j = 0; j < triangle.length; j++) {
            triangle[j][j] = Math.sqrt(alpha);
        }
        // The triangle of triangles is that of all rows; parts are the same on any number of cores.
        int part = Math.max(PART, PART_OF_WIDTH * width);
        var parts = new double[(rows.length + part - 1) / part][][];
        Cores.each(
                parts.length,
                (long) rows.length * width * width,
                i -> {
                    int start = i * part;
                    int end = Math.min(rows.length, start + part);
                    parts[i] = triangle(rows, targets, mean, start, end, watch);
                });
        for (var each : parts) {
            triangle = below(triangle, each, width, () -> watch.accept(rows.length));
        }
        // What lstsq takes for zero, with room for the rounding of what was standardised before.
        double zero = 10 * Math.ulp(1.0) * Math.max(rows.length, width);
        var weights = SmallestSolution.of(triangle, zero, () -> watch.accept(rows.length));
        var all = Arrays.copyOf(weights, width + 1);
        all[width] = mean;
        return Arrays.stream(all).map(weight -> Math.scalb(weight, exponent)).toArray();
    }

    /** Makes a triangle of some rows, with their targets behind. */
    private static double[][] triangle(
            double[][] rows, double[] targets, double mean, int start, int end, IntConsumer watch) {
        int width = rows[0].length;
        int block = Math.max(LEAST_BLOCK, 4 * width);
        var triangle = new double[0][];
        for (int from = start; from < end; from += block) {
            int done = from;
            var more = new double[Math.min(end - from, block)][];
            for (int i = 0; i < more.length; i++) {
                more[i] = Arrays.copyOf(rows[from + i], width + 1);
                more[i][width] = targets[from + i] - mean;
            }
            triangle = below(triangle, more, width, () -> watch.accept(done));
        }
        return triangle;
    }

    /** Makes one triangle of what stands above and below; the rows are used up. */
    private static double[][] below(double[][] above, double[][] rows, int width, Runnable watch) {
        var all = Arrays.copyOf(above, above.length + rows.length);
        System.arraycopy(rows, 0, all, above.length, rows.length);
        Reflections.triangle(all, width, watch);
        return Arrays.copyOf(all, Math.min(width, all.length));
    }
}
