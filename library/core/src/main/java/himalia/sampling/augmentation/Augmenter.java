package himalia.sampling.augmentation;

import himalia.sampling.Sampler;
import himalia.table.Seeds;
import java.util.random.RandomGenerator;
import tech.tablesaw.api.Table;

/**
 * A sampler that adds changed copies of rows, and can show what it does.
 *
 * <pre>{@code
 * Augmenter digits = new AugmentImages(8, 8, 0, 16, new RandomRotation(15), 2, 42);
 * digits.gallery(train, "digit", 5)
 * }</pre>
 */
public interface Augmenter extends Sampler {
    /** Returns what makes two runs agree. */
    long seed();

    /** Draws from {@code random} instead of the seed's numbers. */
    Table resample(Table table, String label, RandomGenerator random);

    @Override
    default Table resample(Table table, String label) {
        return resample(table, label, Seeds.random(seed()));
    }

    /**
     * Returns the first originals and the copies that would be made of them, to look at.
     *
     * @param rows how many originals
     */
    Augmented<?> gallery(Table table, String label, int rows);
}
