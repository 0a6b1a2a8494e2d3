package himalia.sampling.drawing;

import static himalia.display.bundle.Given.given;

import himalia.table.Seeds;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * Draws rows that all have the same chance.
 *
 * <pre>{@code
 * Sample sample = new SimpleRandomSample(100, 42).draw(table);
 * }</pre>
 *
 * <p>Rows come in the table's order; those that are put back, in the order of drawing.
 *
 * @param size how many rows
 * @param replacement true to put each row back, so that it may come again
 * @param seed makes two runs agree
 */
public record SimpleRandomSample(int size, boolean replacement, long seed) implements SampleDesign {
    public SimpleRandomSample {
        Draws.checkSize("size", size);
    }

    /** Draws no row twice. */
    public SimpleRandomSample(int size, long seed) {
        this(size, false, seed);
    }

    @Override
    public Sample draw(Table population) {
        return draw(population, Seeds.random(seed));
    }

    @Override
    public Sample draw(Table population, RandomGenerator random) {
        given(random, "random");
        Draws.checkEnough(population, replacement ? 1 : size, ", or with replacement");
        Draws.checkRoom(population, size);
        int rows = population.rowCount();
        var drawn =
                replacement
                        ? random.ints(size, 0, rows).toArray()
                        : Draws.some(Draws.all(rows), size, random);
        return new Sample(population, this, Drawn.evenly(drawn, rows, replacement));
    }
}
