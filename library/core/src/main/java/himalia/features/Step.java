package himalia.features;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Something that is learnt from the rows to learn from, and then done to any rows, the same way; usually a record of its
 * settings.
 *
 * <pre>{@code
 * FittedStep scaled = new StandardScaler().fit(train, "churned");
 * Table ready = scaled.apply(test);
 * }</pre>
 *
 * <p>In a {@link Pipeline} it sees training rows only, in every fold.
 */
@FunctionalInterface
public interface Step {
    /**
     * Learns from a table of features.
     *
     * @throws IllegalArgumentException if a column is not one for this step; the message says why and what to do
     */
    FittedStep fit(Table features);

    /**
     * Learns from a table with a label, which most steps leave alone.
     *
     * @param label the column that is predicted
     */
    default FittedStep fit(Table table, String label) {
        return fit(NewColumns.features(table, label, columns()));
    }

    /** Returns the columns that are named for it; none where it takes all that it can. */
    default List<String> columns() {
        return List.of();
    }

    /**
     * Returns true if it does the same whatever rows it was fitted on, as scikit-learn calls it: then it has learnt from none, and
     * may be fitted before a split.
     */
    default boolean isStateless() {
        return false;
    }

    /** Returns the step's name. */
    default String name() {
        return getClass().getSimpleName();
    }
}
