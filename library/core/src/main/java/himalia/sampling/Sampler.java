package himalia.sampling;

import tech.tablesaw.api.Table;

/**
 * Changes how often each class occurs in a table.
 *
 * <p>For the rows that a model learns from, and only those: a test set that was balanced tells nothing about the world,
 * and a score from balanced rows is no probability any more.
 *
 * <pre>{@code
 * Table balanced = new Smote(5, 42).resample(train, "churned");
 * new Smote(5, 42).trace(train, "churned").rows()    // where each row comes from
 * }</pre>
 */
@FunctionalInterface
public interface Sampler {
    /**
     * Returns a new table; the given one stays as it is.
     *
     * @param label the column that names the class
     * @throws IllegalArgumentException if the table cannot be sampled so, with the way out
     */
    Table resample(Table table, String label);

    /**
     * Returns the new table, and of every row where it comes from or why it is gone.
     *
     * @throws NotTraced if this sampler does not tell; all of this library do
     */
    default Resampling trace(Table table, String label) {
        throw new NotTraced(this);
    }

    /**
     * Returns whether only the shares of the classes change: rows of a class are copied or left out by chance alone, so that those
     * that there are look as they did. Then probabilities can be brought back by {@code PriorCorrection}; rows that were made, or
     * chosen by where they lie, leave no way back by shares.
     */
    default boolean changesSharesOnly() {
        return false;
    }

    /**
     * Says what each class will have, without sampling: a line for each class with its rows, how many it will have then (missing
     * where it depends on which rows are in the way), and the change in words.
     *
     * <pre>{@code
     * new Smote(5, new Strategy("0.5"), 42).explain(train, "churned")
     * }</pre>
     *
     * @throws IllegalArgumentException if the strategy does not fit the table, as {@code resample} would, or this sampler has none
     */
    default Table explain(Table table, String label) {
        return Explained.of(this, table, label);
    }
}
