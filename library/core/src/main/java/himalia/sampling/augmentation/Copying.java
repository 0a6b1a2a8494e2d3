package himalia.sampling.augmentation;

import himalia.sampling.Sampler;
import himalia.table.Seeds;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * A sampler that adds changed copies of rows: its seed makes two runs agree, and numbers from elsewhere can take the seed's place.
 *
 * <pre>{@code
 * Copying noise = new AddNoise(0.05, 1, 42);
 * noise.resample(train, "churned", new Random(7))
 * }</pre>
 */
public interface Copying extends Sampler {
    /** Returns what makes two runs agree. */
    long seed();

    /** Draws from {@code random} instead of the seed's numbers. */
    Table resample(Table table, String label, RandomGenerator random);

    @Override
    default Table resample(Table table, String label) {
        return resample(table, label, Seeds.random(seed()));
    }
}
