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
    private static final int PART = 2048;

    /** And how many for each weight, so that gradients are few beside the rows. */
    private static final int PART_OF_SIZE = 64;

    /** How many rows go through one short loop after the other: none waits for another row's exponential, or for where it branches. */
    private static final int BLOCK = 64;

    /** What a probability costs, in numbers that are read. */
    private static final int EXPONENTIAL = 32;

    private final double[][] rows;
    private final int[] codes;
    private final double[] rowWeights;
    private final double c;
    private final int vectors;
    private final int width;

    public LogisticLoss(double[][] rows, Labels labels, double[] rowWeights, double c) {
        this.rows = rows;
        this.codes = labels.codes();
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
        // Parts are the same on any number of cores, and so is their sum.
        int part = Math.max(PART, PART_OF_SIZE * size());
        var ofVectors = vectors(weights);
        var gradients = new double[(rows.length + part - 1) / part][vectors][width];
        var losses = new double[gradients.length];
        Cores.each(
                gradients.length,
                (long) rows.length * (size() + EXPONENTIAL * vectors),
                i -> {
                    int end = Math.min(rows.length, (i + 1) * part);
                    losses[i] = add(i * part, end, ofVectors, gradients[i]);
                });
        Arrays.fill(gradient, 0);
        double loss = 0;
        for (int i = 0; i < losses.length; i++) {
            loss += losses[i];
            for (int at = 0; at < gradient.length; at++) {
                gradient[at] += gradients[i][at / width][at % width];
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

    /** Adds what some rows have of the gradients, one a vector, and returns their loss. */
    private double add(int start, int end, double[][] weights, double[][] gradients) {
        double loss = 0;
        var logarithms = new LogProduct();
        var scores = new double[vectors][BLOCK];
        var smalls = new double[BLOCK];
        for (int first = start; first < end; first += BLOCK) {
            int count = Math.min(BLOCK, end - first);
            for (int k = 0; k < vectors; k++) {
                score(first, count, weights[k], scores[k]);
            }
            if (vectors == 1) {
                loss += binary(first, count, scores[0], smalls);
                logarithms.add(rowWeights, first, smalls, count);
            } else {
                loss += softmax(first, count, scores);
            }
            for (int k = 0; k < vectors; k++) {
                add(first, count, scores[k], gradients[k]);
            }
        }
        return loss + logarithms.sum();
    }

    /**
     * Returns the loss of some rows but for a logarithm, and leaves its slope by each score in the score's place.
     *
     * <p>The loss is log(1 + exp(-margin)), of which the logarithm's argument is kept between 1 and 2.
     *
     * @param smalls where to write what the argument is above 1
     */
    private double binary(int first, int count, double[] scores, double[] smalls) {
        double loss = 0;
        for (int r = 0; r < count; r++) {
            double sign = 2 * codes[first + r] - 1;
            double weight = rowWeights[first + r];
            double margin = sign * scores[r];
            double small = Math.exp(-Math.abs(margin));
            double wrong = (margin > 0 ? small : 1) / (1 + small);
            scores[r] = -sign * wrong * weight;
            smalls[r] = small;
            loss -= weight * Math.min(margin, 0);
        }
        return loss;
    }

    /** Returns the loss of some rows, and leaves its slope by each score in the score's place. */
    private double softmax(int first, int count, double[][] scores) {
        double loss = 0;
        for (int r = 0; r < count; r++) {
            int actual = codes[first + r];
            double weight = rowWeights[first + r];
            double own = scores[actual][r];
            double highest = own;
            for (int k = 0; k < vectors; k++) {
                highest = Math.max(highest, scores[k][r]);
            }
            double sum = 0;
            for (int k = 0; k < vectors; k++) {
                scores[k][r] = Math.exp(scores[k][r] - highest);
                sum += scores[k][r];
            }
            for (int k = 0; k < vectors; k++) {
                scores[k][r] = weight * (scores[k][r] / sum - (k == actual ? 1 : 0));
            }
            loss += weight * (Math.log(sum) + highest - own);
        }
        return loss;
    }

    private void score(int first, int count, double[] weights, double[] scores) {
        for (int r = 0; r < count; r++) {
            scores[r] = score(rows[first + r], weights);
        }
    }

    /** Four sums at once, since each addition waits for the one before. */
    private static double score(double[] row, double[] weights) {
        int fours = row.length & -4;
        double a = weights[row.length];
        double b = 0;
        double c = 0;
        double d = 0;
        for (int j = 0; j < fours; j += 4) {
            a += row[j] * weights[j];
            b += row[j + 1] * weights[j + 1];
            c += row[j + 2] * weights[j + 2];
            d += row[j + 3] * weights[j + 3];
        }
        for (int j = fours; j < row.length; j++) {
            a += row[j] * weights[j];
        }
        return a + b + (c + d);
    }

    /** Adds rows to one vector's gradient, four at once where there are so many: each sum is read and written once. */
    private void add(int first, int count, double[] slopes, double[] gradient) {
        int fours = count & -4;
        for (int r = 0; r < fours; r += 4) {
            add(
                    rows[first + r],
                    rows[first + r + 1],
                    rows[first + r + 2],
                    rows[first + r + 3],
                    slopes[r],
                    slopes[r + 1],
                    slopes[r + 2],
                    slopes[r + 3],
                    gradient);
        }
        for (int r = fours; r < count; r++) {
            add(rows[first + r], slopes[r], gradient);
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
            double[] sums) {
        for (int j = 0; j < rowA.length; j++) {
            sums[j] += a * rowA[j] + b * rowB[j] + (c * rowC[j] + d * rowD[j]);
        }
        sums[rowA.length] += a + b + (c + d);
    }

    private static void add(double[] row, double times, double[] sums) {
        for (int j = 0; j < row.length; j++) {
            sums[j] += times * row[j];
        }
        sums[row.length] += times;
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
