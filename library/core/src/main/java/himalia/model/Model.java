package himalia.model;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Something that has learnt to tell classes apart.
 *
 * <pre>{@code
 * Model model = new GradientBoosting(100, 42).fit(train, "churned");
 * Predictions predictions = model.predict(test);
 * predictions.label(0)              // "1"
 * predictions.probability(0, "1")   // 0.93
 * }</pre>
 *
 * <p>A model may be asked from several threads at a time, and its answer for a row never depends on the other rows.
 */
public interface Model extends AutoCloseable {
    /** Returns the columns it reads, the label it predicts and the classes it knows. */
    Schema schema();

    /** Returns the settings it was trained with. */
    Trainer trainer();

    /**
     * Predicts the class of every row.
     *
     * @param table has the columns of the schema, in any order and among any others; the label may be missing
     * @throws IllegalArgumentException if a column is missing, or holds what the model cannot take
     */
    Predictions predict(Table table);

    /** Returns the classes it knows, in the order of the probabilities. */
    default List<String> classes() {
        return schema().classes();
    }

    /** Lets go of memory outside the Java heap, where the model holds some. */
    @Override
    default void close() {}
}
