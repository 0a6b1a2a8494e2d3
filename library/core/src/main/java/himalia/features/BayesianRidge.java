package himalia.features;

import java.util.Arrays;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * A straight line whose weights are held small as much as the rows make probable.
 *
 * <p>As scikit-learn's {@code BayesianRidge}, by D. MacKay (1992): Bayesian interpolation. Neural Computation 4, 415–447; with the updates of M. Tipping (2001):
 * Sparse Bayesian learning and the relevance vector machine. Directions are those of a singular value decomposition.
 */
final class BayesianRidge {
    private static final int MOST_ROUNDS = 300;
    private static final double TOLERANCE = 1e-3;

    /** How little is known of the precisions of noise and weights before: the shape and the rate of both. */
    private static final double PRIOR = 1e-6;

    private final double[] squares;
    private final RealMatrix directions;
    private final double[] projected;
    private final RealMatrix triangle;
    private final double[] wanted;

    /**
     * Takes what {@link CentredTriangle} makes of the columns and of what is wanted, behind them.
     *
     * @param wanted what the line is to give, less its mean
     */
    private BayesianRidge(RealMatrix triangle, double[] wanted) {
        this.triangle = triangle;
        this.wanted = wanted;
        int last = triangle.getColumnDimension() - 1;
        var columns = triangle.getSubMatrix(0, last, 0, last - 1);
        var parts = new SingularValueDecomposition(columns);
        squares = Arrays.stream(parts.getSingularValues()).map(value -> value * value).toArray();
        directions = parts.getV();
        projected = directions.transpose().operate(columns.preMultiply(triangle.getColumn(last)));
    }

    /**
     * Returns the weight of each column, and the intercept behind them.
     *
     * @param columns the numbers, by column
     * @param wanted what the line is to give
     */
    static double[] line(double[][] columns, double[] wanted) {
        var all = Arrays.copyOf(columns, columns.length + 1);
        all[columns.length] = wanted;
        var means = Arrays.stream(all).mapToDouble(BayesianRidge::mean).toArray();
        double middle = means[columns.length];
        var centred = Arrays.stream(wanted).map(value -> value - middle).toArray();
        var weights = new BayesianRidge(CentredTriangle.of(all, means), centred).weights();
        var line = Arrays.copyOf(weights, weights.length + 1);
        line[weights.length] = middle;
        for (int j = 0; j < weights.length; j++) {
            line[weights.length] -= weights[j] * means[j];
        }
        return line;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private double[] weights() {
        double variance = Arrays.stream(wanted).map(each -> each * each).sum() / wanted.length;
        double noise = 1 / (variance + Math.ulp(1.0));
        double smallness = 1;
        var before = new double[0];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var weights = weights(smallness / noise);
            double known = 0;
            for (double square : squares) {
                known += noise * square / (smallness + noise * square);
            }
            double length = Arrays.stream(weights).map(each -> each * each).sum();
            smallness = (known + 2 * PRIOR) / (length + 2 * PRIOR);
            noise = (wanted.length - known + 2 * PRIOR) / (missed(weights) + 2 * PRIOR);
            if (round > 0 && distance(before, weights) < TOLERANCE) {
                break;
            }
            before = weights;
        }
        return weights(smallness / noise);
    }

    private double[] weights(double ratio) {
        var along = new double[squares.length];
        Arrays.setAll(along, k -> projected[k] / (squares[k] + ratio));
        return directions.operate(along);
    }

    /** The triangle has the lengths of all that is made of its columns. */
    private double missed(double[] weights) {
        var parts = Arrays.copyOf(weights, weights.length + 1);
        parts[weights.length] = -1;
        return Arrays.stream(triangle.operate(parts)).map(each -> each * each).sum();
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += Math.abs(one[j] - other[j]);
        }
        return sum;
    }
}
