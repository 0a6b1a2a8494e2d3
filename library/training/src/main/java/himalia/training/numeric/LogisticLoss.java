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
        var scores = new double[vectors];
        for (int i = start; i < end; i++) {
            score(rows[i], weights, scores);
            loss += rowWeights[i] * lossAndSlope(scores, labels.code(i));
            for (int k = 0; k < vectors; k++) {
                add(rows[i], rowWeights[i] * scores[k], gradient, k * width);
            }
        }
        return loss;
    }

    /** Returns the loss, and leaves its slope by each score in the score's place. */
    private double lossAndSlope(double[] scores, int actual) {
        if (vectors == 1) {
            double margin = actual == 1 ? scores[0] : -scores[0];
            double wrong = 1 / (1 + Math.exp(margin));
            scores[0] = actual == 1 ? -wrong : wrong;
            return margin > 0
                    ? Math.log1p(Math.exp(-margin))
                    : Math.log1p(Math.exp(margin)) - margin;
        }
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

    private void score(double[] row, double[] weights, double[] scores) {
        for (int k = 0; k < vectors; k++) {
            int start = k * width;
            double score = weights[start + width - 1];
            for (int j = 0; j < row.length; j++) {
                score += row[j] * weights[start + j];
            }
            scores[k] = score;
        }
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
