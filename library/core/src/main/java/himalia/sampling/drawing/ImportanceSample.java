package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * Rows that were drawn from one distribution, weighed to speak for another.
 *
 * <pre>{@code
 * double[] wanted = {0.1, 0.4, 0.4};      // the density of each row where it is to speak for
 * double[] drawn = {0.4, 0.4, 0.2};       // and where it comes from
 * var sample = ImportanceSample.of(wanted, drawn);
 * sample.mean(new double[] {1, 2, 3})     // in the wanted distribution, with its interval
 * sample.effectiveSize()                  // 2.2 rows of 3
 * }</pre>
 *
 * <p>The mean is self-normalised, so that densities need not be whole: any factor falls away. Few effective rows of many mean
 * that the two distributions lie apart, and that a handful of rows decides.
 */
public final class ImportanceSample {
    private final double[] weights;

    private ImportanceSample(double[] weights) {
        this.weights = weights;
    }

    /**
     * Weighs rows by the ratio of two densities.
     *
     * @param target each row's density where it is to speak for, 0 or more
     * @param proposal its density where it was drawn from, above 0
     */
    public static ImportanceSample of(double[] target, double[] proposal) {
        given(target, "target");
        given(proposal, "proposal");
        if (target.length == 0 && proposal.length == 0) {
            throw new IllegalArgumentException(
                    "there are no rows; give the densities of one row at least");
        }
        if (target.length != proposal.length) {
            throw new IllegalArgumentException(
                    "there are %d target densities and %d of the proposal; each row has one of both"
                            .formatted(target.length, proposal.length));
        }
        var weights = new double[target.length];
        for (int row = 0; row < weights.length; row++) {
            if (!(proposal[row] > 0) || Double.isInfinite(proposal[row])) {
                throw new IllegalArgumentException(
                        "the proposal's density of row %d is %s; a row that was drawn has one above 0"
                                .formatted(row, proposal[row]));
            }
            if (!(target[row] >= 0) || Double.isInfinite(target[row])) {
                throw new IllegalArgumentException(
                        "the target's density of row %d is %s; a density is finite, and 0 or more"
                                .formatted(row, target[row]));
            }
            weights[row] = target[row] / proposal[row];
        }
        return new ImportanceSample(Weights.checked(weights, "the weight"));
    }

    /** Weighs the rows of a table by two columns of densities. */
    public static ImportanceSample of(Table table, String target, String proposal) {
        given(target, "target");
        given(proposal, "proposal");
        return of(
                Weights.column(table, target, "ImportanceSample"),
                Weights.column(table, proposal, "ImportanceSample"));
    }

    /** Returns each row's weight: the ratio of its densities. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns how many rows of the target itself would say as much. */
    public double effectiveSize() {
        return Weights.effectiveSize(weights);
    }

    /** Estimates the mean of a value, one a row, in the target. */
    public Estimate mean(double[] values) {
        given(values, "values");
        if (values.length != weights.length) {
            throw new IllegalArgumentException(
                    "there are %d values for %d rows; give one for each row, in their order"
                            .formatted(values.length, weights.length));
        }
        double all = Arrays.stream(weights).sum();
        double mean = 0;
        for (int row = 0; row < values.length; row++) {
            mean += weights[row] / all * values[row];
        }
        if (values.length < 2) {
            return new Estimate(mean, Double.NaN, 0, "there is one row; take two or more");
        }
        double variance = 0;
        for (int row = 0; row < values.length; row++) {
            double part = weights[row] / all * (values[row] - mean);
            variance += part * part;
        }
        return new Estimate(mean, Math.sqrt(variance), values.length - 1);
    }

    @Override
    public String toString() {
        return "ImportanceSample[%,d rows, which say as much as %.1f]"
                .formatted(weights.length, effectiveSize());
    }
}
