package himalia.training.numeric;

import himalia.table.Cores;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * Solves least squares with a penalty on the weights by Cholesky's decomposition of the products of columns, which takes a fraction of the time of {@link
 * LeastSquares}, and squares what depends on each other: where features nearly do, there is no answer.
 *
 * <pre>{@code
 * var column = new double[] {-1, 0, 1};
 * var values = new double[] {1, 3, 5};
 * var equations = new NormalEquations(List.of(column, values), new double[] {0, 3}, new double[] {1, 1});
 * equations.weights(1, done -> {}).orElseThrow()   // 1.33 a feature, and the intercept 3.0
 * }</pre>
 */
public final class NormalEquations {
    /** How many products are added side by side, which vector instructions do. */
    private static final int LANES = 64;

    /** How many products each adds at once. */
    private static final int AT_ONCE = 4;

    /** How many rows a step of the loop takes. */
    private static final int STEP = AT_ONCE * LANES;

    private static final int MOST_ROWS = 8 * STEP;

    /** How many numbers stay in the second cache. */
    private static final int NUMBERS = 65_536;

    /** How many rows have products of their own. */
    private static final int PART = 8192;

    /** And how many for each feature, so that products are few beside the rows. */
    private static final int PART_OF_WIDTH = 64;

    /** What share of a feature's square has to be left beside the features before, so that ten digits are. */
    private static final double LEFT = 1e-6;

    private final List<double[]> columns;
    private final double[] means;
    private final double[] deviations;
    private final int rows;
    private final int width;

    /**
     * Takes columns that are to be standardised, that of what is predicted among them: in its own unit no sum is too large.
     *
     * @param columns one array a feature, and the last one what is predicted, as long as each other
     * @param means what is taken off each; off the last one its mean
     * @param deviations by what it is divided then
     */
    public NormalEquations(List<double[]> columns, double[] means, double[] deviations) {
        this.columns = columns;
        this.means = means;
        this.deviations = deviations;
        rows = columns.get(0).length;
        width = columns.size() - 1;
    }

    /**
     * Returns one weight a standardised feature, and the intercept; nothing where features depend on each other so far that digits would be lost.
     *
     * @param alpha how much weights are held back; the intercept is not
     * @param watch told again and again, on any thread, how far the rows are that are at hand; what it throws ends the work
     */
    public Optional<double[]> weights(double alpha, IntConsumer watch) {
        var products = products(watch);
        for (int j = 0; j < width; j++) {
            products[j][j] += alpha;
        }
        if (!isDecomposed(products, () -> watch.accept(rows))) {
            return Optional.empty();
        }
        var weights = Arrays.copyOf(solved(products), width + 1);
        for (int j = 0; j < width; j++) {
            weights[j] *= deviations[width];
        }
        weights[width] = means[width];
        // Numbers that are further apart than a double holds.
        return Arrays.stream(weights).allMatch(Double::isFinite)
                ? Optional.of(weights)
                : Optional.empty();
    }

    /** Adds up the products of all columns, each with those before; the last one is that of the targets. */
    private double[][] products(IntConsumer watch) {
        // Parts are the same on any number of cores.
        int part = Math.max(PART, PART_OF_WIDTH * width);
        var parts = new double[(rows + part - 1) / part][][];
        Cores.each(
                parts.length,
                (long) rows * width * width,
                i -> {
                    int from = i * part;
                    int to = Math.min(rows, from + part);
                    parts[i] = products(from, to, watch);
                });
        for (int i = 1; i < parts.length; i++) {
            for (int j = 0; j <= width; j++) {
                for (int k = 0; k <= j; k++) {
                    parts[0][j][k] += parts[i][j][k];
                }
            }
        }
        return parts[0];
    }

    private double[][] products(int start, int end, IntConsumer watch) {
        int most = Math.max(STEP, Math.min(MOST_ROWS, NUMBERS / (width + 1) / STEP * STEP));
        var block = new double[width + 1][most / LANES][LANES];
        var products = new double[width + 1][];
        Arrays.setAll(products, j -> new double[j + 1]);
        for (int from = start; from < end; from += most) {
            watch.accept(from);
            int count = Math.min(most, end - from);
            for (int j = 0; j <= width; j++) {
                scale(columns.get(j), from, count, means[j], deviations[j], block[j]);
            }
            for (int j = 0; j <= width; j++) {
                for (int k = 0; k <= j; k++) {
                    products[j][k] += product(block[j], block[k], count);
                }
            }
        }
        return products;
    }

    /** Standardises some numbers; behind them are zeros, which add nothing. */
    private static void scale(
            double[] column,
            int from,
            int count,
            double mean,
            double deviation,
            double[][] scaled) {
        for (int piece = 0; piece < scaled.length; piece++) {
            int at = Math.min(count, piece * LANES);
            int some = Math.min(LANES, count - at);
            var lanes = scaled[piece];
            System.arraycopy(column, from + at, lanes, 0, some);
            scale(lanes, mean, deviation);
            Arrays.fill(lanes, some, LANES, 0);
        }
    }

    private static void scale(double[] lanes, double mean, double deviation) {
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = (lanes[i] - mean) / deviation;
        }
    }

    private static double product(double[][] one, double[][] other, int count) {
        var lanes = new double[LANES];
        for (int piece = 0; piece * LANES < count; piece += AT_ONCE) {
            add(one, other, piece, lanes);
        }
        for (int half = LANES / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) {
                lanes[i] += lanes[half + i];
            }
        }
        return lanes[0];
    }

    private static void add(double[][] one, double[][] other, int piece, double[] lanes) {
        add(
                one[piece],
                other[piece],
                one[piece + 1],
                other[piece + 1],
                one[piece + 2],
                other[piece + 2],
                one[piece + 3],
                other[piece + 3],
                lanes);
    }

    /** All arrays at the same place: of others the compiler does not know that they are apart, and makes no vectors. */
    private static void add(
            double[] oneA,
            double[] otherA,
            double[] oneB,
            double[] otherB,
            double[] oneC,
            double[] otherC,
            double[] oneD,
            double[] otherD,
            double[] lanes) {
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] =
                    lanes[i]
                            + oneA[i] * otherA[i]
                            + oneB[i] * otherB[i]
                            + oneC[i] * otherC[i]
                            + oneD[i] * otherD[i];
        }
    }

    /** Makes a lower triangle of the products, the targets' row among them; returns false where too little is left of a feature. */
    private boolean isDecomposed(double[][] products, Runnable watch) {
        for (int j = 0; j <= width; j++) {
            watch.run();
            var row = products[j];
            for (int k = 0; k <= j && k < width; k++) {
                double left = row[k];
                var other = products[k];
                for (int i = 0; i < k; i++) {
                    left -= row[i] * other[i];
                }
                if (k < j) {
                    row[k] = left / other[k];
                } else if (left > LEFT * row[k]) {
                    row[k] = Math.sqrt(left);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** The targets' row has been solved along with the features'; what is left is to go back. */
    private double[] solved(double[][] triangle) {
        var weights = Arrays.copyOf(triangle[width], width);
        for (int j = width - 1; j >= 0; j--) {
            weights[j] /= triangle[j][j];
            for (int k = 0; k < j; k++) {
                weights[k] -= weights[j] * triangle[j][k];
            }
        }
        return weights;
    }
}
