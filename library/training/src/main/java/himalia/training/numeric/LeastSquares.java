package himalia.training.numeric;

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

    private LeastSquares() {}

    /**
     * Returns one weight a feature, and the intercept.
     *
     * @param rows features of mean 0
     * @param values what is predicted
     * @param alpha how much weights are held back; the intercept is not
     * @param watch told again and again how many rows are done; what it throws ends the work
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
        int block = Math.max(LEAST_BLOCK, 4 * width);
        for (int start = 0; start < rows.length; start += block) {
            int done = start;
            int end = Math.min(rows.length, start + block);
            var more = Arrays.copyOf(triangle, triangle.length + end - start);
            for (int i = start; i < end; i++) {
                var row = Arrays.copyOf(rows[i], width + 1);
                row[width] = targets[i] - mean;
                more[triangle.length + i - start] = row;
            }
            Reflections.triangle(more, width, () -> watch.accept(done));
            triangle = Arrays.copyOf(more, Math.min(width, more.length));
        }
        // What lstsq takes for zero, with room for the rounding of what was standardised before.
        double zero = 10 * Math.ulp(1.0) * Math.max(rows.length, width);
        var weights = SmallestSolution.of(triangle, zero, () -> watch.accept(rows.length));
        var all = Arrays.copyOf(weights, width + 1);
        all[width] = mean;
        return Arrays.stream(all).map(weight -> Math.scalb(weight, exponent)).toArray();
    }
}
