package himalia.transfer;

import static himalia.display.bundle.Given.given;

import himalia.evaluation.comparison.PairedTest;
import java.util.Locale;

/**
 * A way that takes over a trained network, compared with one that does not, with as many rows.
 *
 * <pre>{@code
 * var frozen = new TransferScores(TransferWay.FROZEN, 50, new double[] {0.84, 0.87}, new double[] {1, 0.5, 0.9}, 0.1);
 * var raw = new TransferScores(TransferWay.RAW, 50, new double[] {0.91, 0.92}, new double[] {1, 1, 0.8}, 0.1);
 * TransferComparison.of(frozen, raw).p()
 * }</pre>
 *
 * <p>Two things are by chance: which rows were learnt from, and which were held out. So there are two paired t-tests, over the draws (with Nadeau
 * and Bengio's correction for the rows that draws share) and over the held-out rows, and the larger probability counts.
 *
 * @param way what takes over
 * @param baseline what does not
 * @param rows how many rows both learnt from
 * @param difference the mean accuracy of the one less that of the other
 * @param p how probable so large a difference is by chance
 */
public record TransferComparison(
        TransferWay way, TransferWay baseline, int rows, double difference, double p) {
    /** More seldom by chance than this is called a difference. */
    static final double ALPHA = 0.05;

    private static final double LEAST_SHOWN = 1e-4;

    public TransferComparison {
        given(way, "way");
        given(baseline, "baseline");
    }

    /** Tests two ways of the same study and number of rows. */
    public static TransferComparison of(TransferScores way, TransferScores baseline) {
        given(way, "way");
        given(baseline, "baseline");
        if (way.rows() != baseline.rows()) {
            throw new IllegalArgumentException(
                    "one learnt from %d rows and the other from %d; compare scores of as many"
                            .formatted(way.rows(), baseline.rows()));
        }
        var byDraws =
                way.overlap() == 0
                        ? PairedTest.pairedT(way.accuracies(), baseline.accuracies())
                        : PairedTest.correctedResampledT(
                                way.accuracies(), baseline.accuracies(), way.widening());
        var byRows = PairedTest.pairedT(way.hits(), baseline.hits());
        return new TransferComparison(
                way.way(),
                baseline.way(),
                way.rows(),
                way.mean() - baseline.mean(),
                Math.max(byDraws.p(), byRows.p()));
    }

    TransferComparison withP(double other) {
        return new TransferComparison(way, baseline, rows, difference, other);
    }

    /** Whether the way is better by more than chance. */
    public boolean isBetter() {
        return p < ALPHA && difference > 0;
    }

    /** Whether the way is worse by more than chance. */
    public boolean isWorse() {
        return p < ALPHA && difference < 0;
    }

    /** Says how probable it is by chance. */
    String chance() {
        if (p < LEAST_SHOWN) {
            return "p < 0.0001";
        }
        return String.format(Locale.ROOT, p < ALPHA ? "p %.4f" : "p %.3f", p);
    }
}
