package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

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
 */
public record Estimate(double value, double standardError, int degrees, String doubt) {
    private static final double USUAL = 0.95;

    public Estimate {
        given(doubt, "doubt");
    }

    /** Makes an estimate that has an interval. */
    public Estimate(double value, double standardError, int degrees) {
        this(value, standardError, degrees, "");
    }

    /** Returns the lower end of the interval that holds the truth in 95 of 100 samples. */
    public double low() {
        return value - margin(USUAL);
    }

    /** Returns the upper end of that interval. */
    public double high() {
        return value + margin(USUAL);
    }

    /**
     * Returns how far the ends of an interval are from the estimate.
     *
     * @param confidence the share of samples whose interval holds the truth, such as 0.99
     */
    public double margin(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "confidence must be between 0 and 1, such as 0.95, got " + confidence);
        }
        if (degrees < 1) {
            // Where all rows were drawn, the estimate is the truth.
            return standardError == 0 ? 0 : Double.NaN;
        }
        var student = new TDistribution(null, degrees);
        return standardError * student.inverseCumulativeProbability((1 + confidence) / 2);
    }

    @Override
    public String toString() {
        if (!doubt.isEmpty()) {
            return String.format(Locale.ROOT, "%.5g (no interval: %s)", value, doubt);
        }
        return String.format(Locale.ROOT, "%.5g (95 %%: %.5g to %.5g)", value, low(), high());
    }
}
