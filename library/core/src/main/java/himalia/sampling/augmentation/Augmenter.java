package himalia.sampling.augmentation;

import tech.tablesaw.api.Table;

/**
 * A sampler that adds changed copies of rows, and can show what it does.
 *
 * <pre>{@code
 * Augmenter digits = new AugmentImages(8, 8, 0, 16, new RandomRotation(15), 2, 42);
 * digits.gallery(train, "digit", 5)
 * }</pre>
 */
public interface Augmenter extends Copying {
    /**
     * Returns the first originals and the copies that would be made of them, to look at.
     *
     * @param rows how many originals
     */
    Augmented<?> gallery(Table table, String label, int rows);
}
