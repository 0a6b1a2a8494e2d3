package himalia.model;

/**
 * What something is in a model file: a record of numbers, texts, booleans, enums, lists, maps by text, arrays, and other
 * such records; nothing in it is null.
 *
 * <pre>{@code
 * record SavedMean(Schema schema, MeanTrainer trainer, double mean) implements Saved<MeanModel> {
 *     public MeanModel restore() {
 *         return new MeanModel(schema, trainer, mean);
 *     }
 * }
 * }</pre>
 *
 * <p>A file can hold records only that a {@link SavedTypes} names.
 *
 * @param <T> what it is in memory
 */
public interface Saved<T> {
    /** Returns it as it was when it was saved. */
    T restore();
}
