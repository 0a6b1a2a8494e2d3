package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Draws every n-th row after a start by chance.
 *
 * <pre>{@code
 * Sample sample = new SystematicSample(100, 42).draw(table);
 * }</pre>
 *
 * <p>Every row has the same chance. The intervals are those of a simple random sample: where neighbours are alike, as in a
 * sorted table, they are wider than need be; where the table repeats itself in the rhythm of the steps they are wrong.
 *
 * @param size how many rows
 * @param seed makes two runs agree
 */
public record SystematicSample(int size, long seed) implements SampleDesign {
    public SystematicSample {
        Draws.checkSize("size", size);
    }

    @Override
    public Sample draw(Table population) {
        return draw(population, Seeds.random(seed));
    }

    @Override
    public Sample draw(Table population, RandomGenerator random) {
        given(random, "random");
        Draws.checkEnough(population, size, "");
        int all = population.rowCount();
        // Steps may be fractions, so that any size comes out and no row is left without a chance.
        double step = (double) all / size;
        double start = random.nextDouble() * step;
        var rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = Math.min(all - 1, (int) (start + i * step));
        }
        return new Sample(population, this, Drawn.evenly(rows, all, false));
    }
}
