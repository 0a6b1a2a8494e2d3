package himalia.model;

import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;

/**
 * An algorithm with its settings, usually a record: its text is its line in the run log.
 *
 * <pre>{@code
 * Trainer trainer = new LogisticRegression(1.0);
 * Model model = trainer.fit(train, "churned");
 * }</pre>
 */
@FunctionalInterface
public interface Trainer {
    /**
     * Learns from a table.
     *
     * @param table one row an example
     * @param label the column that holds what is predicted; all other columns are features
     * @throws IllegalArgumentException if the table is not one to learn from; the message says why and what to do
     */
    Model fit(Table table, String label);

    /** Returns the algorithm's name. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Returns whether a row that it refuses has the number that it has in the table that was given: not so where rows are drawn, made or cut
     * before it learns.
     */
    default boolean keepsRows() {
        return true;
    }

    /** Returns what its models predict, where that is known before one has learnt; a {@link Classifier} and a {@link Regressor} know it. */
    default Optional<Target.Kind> predicts() {
        return Optional.empty();
    }

    /**
     * Returns the column that names the query of each row, where its models put the rows of a query in order: it is read to learn and to
     * judge by, and no feature.
     */
    default Optional<String> ranksWithin() {
        return Optional.empty();
    }

    /** Returns each setting by name, in order; a record's components, unless an algorithm says otherwise. */
    default Map<String, String> settings() {
        return settingsOf(this);
    }

    /** Returns the components of a record of settings by name, as texts; nothing of anything else. */
    static Map<String, String> settingsOf(Object algorithm) {
        return Settings.of(algorithm);
    }

    /** Returns the same which keeps no trace of rows that it was told of; this one, where it has none. */
    default Trainer withoutRows() {
        return this;
    }
}
