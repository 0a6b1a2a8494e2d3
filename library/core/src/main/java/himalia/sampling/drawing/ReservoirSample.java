package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Draws rows in one pass by a {@link Reservoir}; rows come in the order of its places.
 *
 * <pre>{@code
 * Sample sample = new ReservoirSample(100, 42).draw(table);
 * }</pre>
 *
 * @param size how many rows
 * @param seed makes two runs agree
 */
public record ReservoirSample(int size, long seed) implements SampleDesign {
    public ReservoirSample {
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
        var reservoir = new Reservoir<Integer>(size, random);
        for (int row = 0; row < population.rowCount(); row++) {
            reservoir.add(row);
        }
        var rows = reservoir.items().stream().mapToInt(row -> row).toArray();
        return new Sample(population, this, Drawn.evenly(rows, population.rowCount(), false));
    }
}
