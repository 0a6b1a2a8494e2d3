package himalia.transfer;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.Interval;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * How good one way is with one number of rows.
 *
 * <pre>{@code
 * var few = new TransferScores(TransferWay.FROZEN, 50, new double[] {0.84, 0.87}, new double[] {1, 0.5, 1}, 0.1);
 * few.mean()
 * few.interval(0.95)
 * }</pre>
 *
 * @param way how it was trained
 * @param rows how many rows it learnt from
 * @param accuracies the share of held-out rows that it told right, a draw of training rows each
 * @param hits of each held-out row the share of draws in which it was told right
 * @param overlap the share of training rows that two draws have in common, from 0 to less than 1
 */
public record TransferScores(
        TransferWay way, int rows, double[] accuracies, double[] hits, double overlap) {
    public TransferScores {
        given(way, "way");
        accuracies = given(accuracies, "accuracies").clone();
        hits = given(hits, "hits").clone();
        if (accuracies.length == 0 || hits.length == 0) {
            throw new IllegalArgumentException(
                    "a score is of one draw and one held-out row at least, got %d and %d"
                            .formatted(accuracies.length, hits.length));
        }
        if (!(overlap >= 0 && overlap < 1)) {
            throw new IllegalArgumentException(
                    "overlap must be from 0 to less than 1, got " + overlap);
        }
    }

    /** Returns the mean accuracy over the draws. */
    public double mean() {
        return DoubleStream.of(accuracies).average().orElse(Double.NaN);
    }

    /**
     * Returns how much wider the variance of the mean is than that of draws without a row in common, as a share of one draw's: Nadeau and Bengio's
     * correction for a correlation of as much as the draws share.
     */
    double widening() {
        return overlap / (1 - overlap);
    }

    /**
     * Returns where the mean accuracy is to be expected with other draws of training rows, on these held-out rows: Student's interval, widened for the rows that draws
     * share, and cut at 0 and 1.
     *
     * <p>C. Nadeau, Y. Bengio (2003): Inference for the Generalization Error. Machine Learning 52, 239–281.
     *
     * @param confidence such as 0.95
     * @return with NaN for its ends where there is one draw only
     */
    public Interval interval(double confidence) {
        double mean = mean();
        int draws = accuracies.length;
        if (draws < 2) {
            return new Interval(mean, Double.NaN, Double.NaN, confidence);
        }
        double squares = DoubleStream.of(accuracies).map(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (draws - 1) * (1.0 / draws + widening()));
        double margin =
                error
                        * new TDistribution(null, draws - 1)
                                .inverseCumulativeProbability((1 + confidence) / 2);
        return new Interval(
                mean, Math.max(0, mean - margin), Math.min(1, mean + margin), confidence);
    }
}
