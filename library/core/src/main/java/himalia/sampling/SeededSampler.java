package himalia.sampling;

import himalia.table.Seeds;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * A sampler that draws: its seed makes two runs agree, and numbers from elsewhere can take the seed's place.
 *
 * <pre>{@code
 * SeededSampler smote = new Smote(5, 42);
 * smote.resample(train, "churned", new SplittableRandom(7));
 * }</pre>
 */
public interface SeededSampler extends Sampler {
    /** Returns what makes two runs agree. */
    long seed();

    /** Draws from {@code random} instead of the seed's numbers, and tells of every row. */
    Resampling trace(Table table, String label, RandomGenerator random);

    @Override
    default Resampling trace(Table table, String label) {
        return trace(table, label, Seeds.random(seed()));
    }

    @Override
    default Table resample(Table table, String label) {
        return trace(table, label).table();
    }

    /** Draws from {@code random} instead of the seed's numbers. */
    default Table resample(Table table, String label, RandomGenerator random) {
        return trace(table, label, random).table();
    }
}
