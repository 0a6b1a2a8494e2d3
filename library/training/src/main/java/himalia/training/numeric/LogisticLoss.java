package himalia.training.numeric;

import himalia.model.Labels;
import himalia.table.Cores;
import java.util.Arrays;

/**
 * The regularised loss of a logistic regression: of one weight vector for two classes, of one a class for more.
 *
 * <pre>{@code
 * double[][] rows = {{-1}, {-0.5}, {0.5}, {1}};
 * Table table = Table.create(StringColumn.create("y", "no", "yes", "no", "yes"));
 * var loss = new LogisticLoss(rows, Labels.toLearn(table, "y"), new double[] {1, 1, 1, 1}, 1.0);
 * loss.vectors(Lbfgs.minimise(loss, (step, value) -> {}))   // one vector: a weight, and the intercept
 * }</pre>
 *
 * <p>Weights lie one vector after the other, each with its intercept last. The whole is scaled to a mean over rows, so
 * that one tolerance serves tables of any length.
 */
public final class LogisticLoss implements Lbfgs.Function {
    /** How many rows are added up by themselves. */
    private static final int PART = 8192;

    /** And how many for each weight, so that gradients are few beside the rows. */
    private static final int PART_OF_SIZE = 64;

    /** How many rows' gradients are added at once. */
    private static final int TOGETHER = 4;

    /** What a probability costs, in numbers that are read. */
    private static final int EXPONENTIAL = 32;

    private final double[][] rows;
    private final Labels labels;
    private final double[] rowWeights;
    private final double c;
    private final int vectors;
    private final int width;

    public LogisticLoss(double[][] rows, Labels labels, double[] rowWeights, double c) {
        this.rows = rows;
        this.labels = labels;
        this.rowWeights = rowWeights;
        this.c = c;
        this.vectors = labels.classes().size() == 2 ? 1 : labels.classes().size();
        this.width = rows[0].length + 1;
    }

    @Override
    public int size() {
        return vectors * width;
    }

    @Override
    public double valueAndGradient(double[] weights, double[] gradient) {
        Arrays.fill(gradient, 0);
        // Parts are the same on any number of cores, and so is their sum.
        int part = Math.max(PART, PART_OF_SIZE * size());
        var gradients = new double[(rows.length + part - 1) / part][size()];
        var losses = new double[gradients.length];
        Cores.range(gradients.length, (long) rows.length * (size() + EXPONENTIAL * vectors))
                .forEach(
                        i -> {
                            int end = Math.min(rows.length, (i + 1) * part);
                            losses[i] = add(i * part, end, weights, gradients[i]);
                        });
        double loss = 0;
        for (int i = 0; i < losses.length; i++) {
            loss += losses[i];
            for (int at = 0; at < gradient.length; at++) {
                gradient[at] += gradients[i][at];
            }
        }
        double penalty = 0;
        for (int at = 0; at < weights.length; at++) {
            gradient[at] /= rows.length;
            boolean isIntercept = at % width == width - 1;
            if (!isIntercept) {
                gradient[at] += weights[at] / (c * rows.length);
                penalty += weights[at] * weights[at];
            }
        }
        return (loss + penalty / (2 * c)) / rows.length;
    }

    /** Adds what some rows have of the gradient, and returns their loss. */
    private double add(int start, int end, double[] weights, double[] gradient) {
        double loss = 0;
        var logarithms = new LogProduct();
        var slopes = new double[TOGETHER][vectors];
        for (int i = start; i < end; i += TOGETHER) {
            int count = Math.min(TOGETHER, end - i);
            for (int r = 0; r < count; r++) {
                loss += lossAndSlopes(i + r, weights, slopes[r], logarithms);
            }
            for (int k = 0; k < vectors; k++) {
                add(i, count, slopes, k, gradient);
            }
        }
        return loss + logarithms.sum();
    }

    /** Returns a row's loss but for the logarithm that it adds, and writes its slope by each score. */
    private double lossAndSlopes(
            int row, double[] weights, double[] slopes, LogProduct logarithms) {
        score(rows[row], weights, slopes);
        double weight = rowWeights[row];
        int actual = labels.code(row);
        double loss =
                vectors == 1
                        ? binary(slopes, actual == 1, weight, logarithms)
                        : softmax(slopes, actual);
        for (int k = 0; k < vectors; k++) {
            slopes[k] *= weight;
        }
        return weight * loss;
    }

    /** The loss is log(1 + exp(-margin)), of which the logarithm's argument is kept between 1 and 2. */
    private static double binary(
            double[] scores, boolean isSecond, double weight, LogProduct logarithms) {
        double margin = isSecond ? scores[0] : -scores[0];
        double small = Math.exp(-Math.abs(margin));
        double wrong = (margin > 0 ? small : 1) / (1 + small);
        scores[0] = isSecond ? -wrong : wrong;
        logarithms.add(weight, small);
        return -Math.min(margin, 0);
    }

    /** Returns the loss, and leaves its slope by each score in the score's place. */
    private double softmax(double[] scores, int actual) {
        double own = scores[actual];
        double highest = Arrays.stream(scores).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < vectors; k++) {
            scores[k] = Math.exp(scores[k] - highest);
            sum += scores[k];
        }
        for (int k = 0; k < vectors; k++) {
            scores[k] = scores[k] / sum - (k == actual ? 1 : 0);
        }
        return Math.log(sum) + highest - own;
    }

    /** Four sums at once, since each addition waits for the one before. */
    private void score(double[] row, double[] weights, double[] scores) {
        int fours = row.length & -4;
        for (int k = 0; k < vectors; k++) {
            int start = k * width;
            double a = weights[start + width - 1];
            double b = 0;
            double c = 0;
            double d = 0;
            for (int j = 0; j < fours; j += 4) {
                a += row[j] * weights[start + j];
                b += row[j + 1] * weights[start + j + 1];
                c += row[j + 2] * weights[start + j + 2];
                d += row[j + 3] * weights[start + j + 3];
            }
            for (int j = fours; j < row.length; j++) {
                a += row[j] * weights[start + j];
            }
            scores[k] = a + b + (c + d);
        }
    }

    /** Adds rows to one vector's gradient, four at once where there are so many: each sum is read and written once. */
    private void add(int first, int count, double[][] slopes, int k, double[] gradient) {
        if (count == TOGETHER) {
            add(
                    rows[first],
                    rows[first + 1],
                    rows[first + 2],
                    rows[first + 3],
                    slopes[0][k],
                    slopes[1][k],
                    slopes[2][k],
                    slopes[3][k],
                    gradient,
                    k * width);
            return;
        }
        for (int r = 0; r < count; r++) {
            add(rows[first + r], slopes[r][k], gradient, k * width);
        }
    }

    private static void add(
            double[] rowA,
            double[] rowB,
            double[] rowC,
            double[] rowD,
            double a,
            double b,
            double c,
            double d,
            double[] sums,
            int start) {
        for (int j = 0; j < rowA.length; j++) {
            sums[start + j] += a * rowA[j] + b * rowB[j] + (c * rowC[j] + d * rowD[j]);
        }
        sums[start + rowA.length] += a + b + (c + d);
    }

    private static void add(double[] row, double times, double[] sums, int start) {
        for (int j = 0; j < row.length; j++) {
            sums[start + j] += times * row[j];
        }
        sums[start + row.length] += times;
    }

    /** Returns the weights vector by vector. */
    public double[][] vectors(double[] weights) {
        var parts = new double[vectors][];
        for (int k = 0; k < vectors; k++) {
            parts[k] = Arrays.copyOfRange(weights, k * width, (k + 1) * width);
        }
        return parts;
    }
}
