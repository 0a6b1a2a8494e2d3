package himalia.evaluation.comparison;

import static himalia.display.bundle.Given.given;

import himalia.model.Labels;
import himalia.model.Predictions;
import java.util.Locale;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.special.Gamma;
import tech.tablesaw.api.Table;

/**
 * McNemar's test: of the rows of one test table that one classifier tells right and the other wrong, is it the same one too often?
 *
 * <pre>{@code
 * McNemar counted = McNemar.of(model.predict(test), trainer.fit(train, "churned").predict(test), test, "churned");
 * counted.p()           // below 0.05: the two err differently often
 * new McNemar(10, 25)   // from counts
 * }</pre>
 *
 * <p>Q. McNemar (1947): Note on the Sampling Error of the Difference Between Correlated Proportions or Percentages. Psychometrika 12,
 * 153–157.
 *
 * @param onlySecondWrong how many rows the first tells right and the second wrong
 * @param onlyFirstWrong how many rows the second tells right and the first wrong
 */
public record McNemar(long onlySecondWrong, long onlyFirstWrong) {
    public McNemar {
        if (onlySecondWrong < 0 || onlyFirstWrong < 0) {
            throw new IllegalArgumentException(
                    "rows are counted from 0, got %d and %d"
                            .formatted(onlySecondWrong, onlyFirstWrong));
        }
    }

    /**
     * Compares what two classifiers say of the same rows.
     *
     * @throws IllegalArgumentException if one of the two does not know a class of the rows, as where it predicts another label
     */
    public static McNemar of(Predictions first, Predictions second, Table test, String label) {
        given(first, "first");
        given(second, "second");
        given(test, "test");
        given(label, "label");
        var classes = first.classes();
        var labels = Labels.toCompare(test, label, classes, "the first predictions know only");
        Labels.toCompare(test, label, second.classes(), "the second predictions know only");
        if (first.size() != labels.size() || second.size() != labels.size()) {
            throw new IllegalArgumentException(
                    "there are %d and %d predictions and %d rows to judge them by"
                            .formatted(first.size(), second.size(), labels.size()));
        }
        long onlyFirst = 0;
        long onlySecond = 0;
        for (int row = 0; row < labels.size(); row++) {
            var actual = classes.get(labels.code(row));
            boolean isFirstRight = first.label(row).equals(actual);
            boolean isSecondRight = second.label(row).equals(actual);
            onlySecond += isFirstRight && !isSecondRight ? 1 : 0;
            onlyFirst += isSecondRight && !isFirstRight ? 1 : 0;
        }
        return new McNemar(onlySecond, onlyFirst);
    }

    private long all() {
        return onlySecondWrong + onlyFirstWrong;
    }

    /** Returns the exact probability of so uneven counts where both err equally often. */
    public double p() {
        int all = Math.toIntExact(all());
        int fewer = (int) Math.min(onlySecondWrong, onlyFirstWrong);
        if (all == 0) {
            return 1;
        }
        return Math.min(
                1, 2 * new BinomialDistribution(null, all, 0.5).cumulativeProbability(fewer));
    }

    /** Returns the statistic with Edwards' correction, near to a chi-squared one of one degree for 25 such rows and more. */
    public double chiSquared() {
        if (all() == 0) {
            return 0;
        }
        double apart = Math.max(0, Math.abs(onlySecondWrong - onlyFirstWrong) - 1);
        return apart * apart / all();
    }

    /** Returns the probability of such a statistic. */
    public double chiSquaredP() {
        return Gamma.regularizedGammaQ(0.5, chiSquared() / 2);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "McNemar's test: %d rows only the second tells wrong, %d only the first, p %.4f",
                onlySecondWrong,
                onlyFirstWrong,
                p());
    }
}
