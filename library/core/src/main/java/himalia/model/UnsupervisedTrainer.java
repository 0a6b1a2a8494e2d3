package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import tech.tablesaw.api.Table;

/**
 * An algorithm that learns from rows without a label: it finds groups in them, or tells what is unlike them.
 *
 * <pre>{@code
 * Model model = new KMeans(3, 42).fit(table);
 * model.predict(table).groups()
 * }</pre>
 */
public interface UnsupervisedTrainer extends Trainer {
    /**
     * Learns from a table.
     *
     * @param table one row an example; all columns are features
     * @throws IllegalArgumentException if the table is not one to learn from; the message says why and what to do
     */
    Model fit(Table table);

    /**
     * Learns from a table but a column, which it does not look at, such as classes to compare the groups with.
     *
     * @param label the column to leave out
     */
    @Override
    default Model fit(Table table, String label) {
        Tables.column(Tables.given(table), given(label, "label"));
        return fit(table.rejectColumns(label).setName(table.name()));
    }
}
