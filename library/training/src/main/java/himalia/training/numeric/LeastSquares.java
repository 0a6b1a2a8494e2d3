package himalia.training.numeric;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * Solves least squares with a penalty on the weights, by the eigenvectors of the features' products.
 *
 * <pre>{@code
 * double[][] rows = {{-1}, {0}, {1}};
 * LeastSquares.weights(rows, new double[] {1, 3, 5}, 0)   // 2.0 a feature, and the intercept 3.0
 * }</pre>
 *
 * <p>Where features depend on each other and nothing is held back, of all best fits it takes the one with the smallest
 * weights, as {@code lstsq} does.
 */
public final class LeastSquares {
    private LeastSquares() {}

    /**
     * Returns one weight a feature, and the intercept.
     *
     * @param rows features of mean 0
     * @param values what is predicted
     * @param alpha how much weights are held back; the intercept is not
     */
    public static double[] weights(double[][] rows, double[] values, double alpha) {
        int width = rows[0].length;
        double mean = Arrays.stream(values).average().orElseThrow();
        var products = new double[width][width];
        var slopes = new double[width];
        for (int i = 0; i < rows.length; i++) {
            var row = rows[i];
            for (int j = 0; j < width; j++) {
                double value = row[j];
                slopes[j] += value * (values[i] - mean);
                for (int k = 0; k <= j; k++) {
                    products[j][k] += value * row[k];
                }
            }
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < j; k++) {
                products[k][j] = products[j][k];
            }
        }
        var weights = Arrays.copyOf(solved(products, slopes, alpha), width + 1);
        weights[width] = mean;
        return weights;
    }

    private static double[] solved(double[][] products, double[] slopes, double alpha) {
        var eigen = new EigenDecomposition(new Array2DRowRealMatrix(products, false));
        var values = eigen.getRealEigenvalues();
        double largest = Arrays.stream(values).max().orElseThrow();
        double least = largest * values.length * Math.ulp(1.0);
        var weights = new double[slopes.length];
        for (int k = 0; k < values.length; k++) {
            if (values[k] + alpha <= least) {
                continue;
            }
            var vector = eigen.getEigenvector(k).toArray();
            double share = 0;
            for (int j = 0; j < vector.length; j++) {
                share += vector[j] * slopes[j];
            }
            share /= values[k] + alpha;
            for (int j = 0; j < vector.length; j++) {
                weights[j] += share * vector[j];
            }
        }
        return weights;
    }
}
