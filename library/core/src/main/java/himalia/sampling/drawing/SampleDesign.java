package himalia.sampling.drawing;

import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * A way to draw rows from a table: a record of its settings, with the seed of its chance.
 *
 * <pre>{@code
 * Sample sample = new SimpleRandomSample(100, 42).draw(table);
 * sample.mean("age")        // an estimate for all rows, with its interval
 * sample.report("city")     // what the sample has too few of
 * }</pre>
 */
public interface SampleDesign {
    /** Draws by the numbers of the seed. */
    Sample draw(Table population);

    /**
     * Draws by the numbers of {@code random}.
     *
     * @throws IllegalArgumentException if the table cannot be sampled so, with the way out; it stays as it is
     */
    Sample draw(Table population, RandomGenerator random);
}
