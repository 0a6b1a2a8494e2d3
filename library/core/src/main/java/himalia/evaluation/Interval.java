package himalia.evaluation;

import java.math.BigDecimal;
import java.util.Locale;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A number with the ends between which the truth is to be expected.
 *
 * <pre>{@code
 * Interval.wilson(80, 100, 0.95)     // 0.8000 (95 %: 0.7112 to 0.8666)
 * new Bootstrap(1000, 0.95, 42).interval(report, Metric.named("roc_auc"))
 * }</pre>
 *
 * @param value what was found
 * @param low the lower end
 * @param high the upper end
 * @param confidence the share of samples whose interval holds the truth, such as 0.95
 */
public record Interval(double value, double low, double high, double confidence) {
    public Interval {
        checkConfidence(confidence);
    }

    static void checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence must be between 0 and 1, such as 0.95, got " + confidence);
        }
    }

    /**
     * Returns Wilson's interval of a share, which holds for few rows and for shares near 0 and 1, too.
     *
     * @param hits how many rows count, from 0 to {@code rows}
     * @param rows how many there are, at least 1
     */
    public static Interval wilson(long hits, long rows, double confidence) {
        checkConfidence(confidence);
        if (rows < 1 || hits < 0 || hits > rows) {
            throw new IllegalArgumentException(
                    (rows < 1
                                    ? "a share is of one row at least, got %d of %d"
                                    : "of some rows none to all are hits, got %d of %d")
                            .formatted(hits, rows));
        }
        double share = (double) hits / rows;
        double z =
                new NormalDistribution(null, 0, 1)
                        .inverseCumulativeProbability((1 + confidence) / 2);
        double square = z * z / rows;
        double middle = (share + square / 2) / (1 + square);
        double margin =
                z * Math.sqrt(share * (1 - share) / rows + square / (4 * rows)) / (1 + square);
        return new Interval(
                share,
                hits == 0 ? 0 : middle - margin,
                hits == rows ? 1 : middle + margin,
                confidence);
    }

    @Override
    public String toString() {
        var percent = BigDecimal.valueOf(confidence).movePointRight(2).stripTrailingZeros();
        return String.format(
                Locale.ROOT,
                "%.4f (%s %%: %.4f to %.4f)",
                value,
                percent.toPlainString(),
                low,
                high);
    }
}
