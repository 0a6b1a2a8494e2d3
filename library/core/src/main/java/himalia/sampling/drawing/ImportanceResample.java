package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Draws rows of one distribution such that they speak for another: each with a chance as large as the ratio of its two densities.
 *
 * <pre>{@code
 * Sample sample = new ImportanceResample("p", "q", 100, 42).draw(table);
 * sample.table()     // as if drawn where the density is p
 * }</pre>
 *
 * <p>Rows are put back, so that one may come several times; where few rows come very often, the distributions lie apart, as
 * {@link ImportanceSample#effectiveSize} tells. To weigh rows without a draw, take {@link ImportanceSample}.
 *
 * <p>D. B. Rubin (1988): Using the SIR Algorithm to Simulate Posterior Distributions. Bayesian Statistics 3, 395–402.
 *
 * @param target the column of each row's density where the sample is to speak for, 0 or more
 * @param proposal the column of its density where it comes from, above 0
 * @param size how many rows
 * @param seed makes two runs agree
 */
public record ImportanceResample(String target, String proposal, int size, long seed)
        implements SampleDesign {
    public ImportanceResample {
        given(target, "target");
        given(proposal, "proposal");
        Draws.checkSize("size", size);
    }

    /** What each row counts in the target. */
    double[] weights(Table population) {
        return ImportanceSample.of(population, target, proposal).weights();
    }

    @Override
    public Sample draw(Table population) {
        return draw(population, Seeds.random(seed));
    }

    @Override
    public Sample draw(Table population, RandomGenerator random) {
        given(random, "random");
        Draws.checkEnough(population, 1, "");
        var sums = weights(population);
        Arrays.parallelPrefix(sums, Double::sum);
        var rows = new int[size];
        // What the rows speak for is the target, in which each of them counts the same.
        var stands = new double[size];
        Arrays.fill(stands, (double) population.rowCount() / size);
        for (int i = 0; i < size; i++) {
            rows[i] = WeightedSample.first(sums, random.nextDouble() * sums[sums.length - 1]);
        }
        return new Sample(population, this, Drawn.of(rows, stands, new double[size]));
    }
}
