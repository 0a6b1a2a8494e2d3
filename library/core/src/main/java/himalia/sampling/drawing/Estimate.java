package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * What a sample says of a number of the whole table, and how sure that is.
 *
 * <pre>{@code
 * Estimate age = new SimpleRandomSample(100, 42).draw(table).mean("age");
 * age.value()    // 41.3
 * age.low()      // 39.8: in 95 of 100 samples the interval holds the mean of all rows
 * age.high()
 * }</pre>
 *
 * @param value the estimate
 * @param standardError how far estimates of such samples lie apart; NaN where one unit was drawn, which cannot tell
 * @param degrees how many units there are beyond those that the estimate takes, for Student's distribution
 * @param doubt why there is no interval, and what would give one; empty where there is one
 * @param rows of a share, as how many rows that are drawn one by one the sample says as much, infinite where the design knows it; NaN of a
 *     mean
 * @param strata of a share that was drawn by strata, each of them; else none
 * @param groups how many whole groups were drawn, of which the interval is made; 0 where rows were drawn one by one
 */
public record Estimate(
        double value,
        double standardError,
        int degrees,
        String doubt,
        double rows,
        List<Stratum> strata,
        int groups) {
    private static final double USUAL = 0.95;

    /**
     * A part of the table that was drawn from on its own.
     *
     * @param share how much of the table it is
     * @param rows as how many rows of an endless table those that were drawn from it say as much; infinite where all were drawn
     * @param value the share of them that has the value
     */
    public record Stratum(double share, double rows, double value) {
        /** Returns whether all of its rows were drawn, so that nothing of it is unsure. */
        boolean isWhole() {
            return Double.isInfinite(rows);
        }
    }

    public Estimate {
        given(doubt, "doubt");
        strata = List.copyOf(given(strata, "strata"));
    }

    /** Makes an estimate of a share of rows that were drawn without strata. */
    public Estimate(double value, double standardError, int degrees, String doubt, double rows) {
        this(value, standardError, degrees, doubt, rows, List.of(), 0);
    }

    /** Makes an estimate of a mean. */
    public Estimate(double value, double standardError, int degrees, String doubt) {
        this(value, standardError, degrees, doubt, Double.NaN);
    }

    /** Makes an estimate of a mean that has an interval. */
    public Estimate(double value, double standardError, int degrees) {
        this(value, standardError, degrees, "");
    }

    /** Returns the lower end of the interval that holds the truth in 95 of 100 samples. */
    public double low() {
        return value - margin(USUAL, -1);
    }

    /** Returns the upper end of that interval. */
    public double high() {
        return value + margin(USUAL, 1);
    }

    /**
     * Returns how far the ends of an interval are from the estimate; of a share, whose ends are not as far, the farther one.
     *
     * @param confidence the share of samples whose interval holds the truth, such as 0.99
     */
    public double margin(double confidence) {
        return Math.max(margin(confidence, -1), margin(confidence, 1));
    }

    private double margin(double confidence, int side) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence must be between 0 and 1, such as 0.95, got " + confidence);
        }
        if (degrees < 1) {
            // Where all rows were drawn, the estimate is the truth.
            return standardError == 0 ? 0 : Double.NaN;
        }
        var student = new TDistribution(null, degrees);
        double wide = student.inverseCumulativeProbability((1 + confidence) / 2);
        if (Double.isNaN(rows)) {
            return standardError * wide;
        }
        double alone = side * (end(wide, side) - value);
        // A stratum without the value has no variance, which would make the whole surer than it is.
        return strata.size() < 2
                ? alone
                : Math.max(alone, side * (new ScoreInterval(strata).end(wide, side) - value));
    }

    /** An end of E. B. Wilson's interval, which holds a share also where few rows have the value, or none. */
    private double end(double wide, int side) {
        double square = wide * wide / rows;
        double spread = wide * Math.sqrt(value * (1 - value) / rows + square / (4 * rows));
        double end = (value + square / 2 + side * spread) / (1 + square);
        // Rounding must not take a share out of its own interval.
        return side < 0 ? Math.max(0, Math.min(value, end)) : Math.min(1, Math.max(value, end));
    }

    @Override
    public String toString() {
        if (!doubt.isEmpty()) {
            return String.format(Locale.ROOT, "%.5g (no interval: %s)", value, doubt);
        }
        var by = groups == 0 ? "" : " by " + Amount.of(groups, "group");
        return String.format(Locale.ROOT, "%.5g (95 %%%s: %.5g to %.5g)", value, by, low(), high());
    }
}
