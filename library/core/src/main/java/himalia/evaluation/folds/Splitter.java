package himalia.evaluation.folds;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Cuts a table's rows into some to learn from and some to judge by, usually several times; a record of its settings.
 *
 * <pre>{@code
 * for (Fold fold : new StratifiedKFold(5, 42).split(train, "churned")) {
 *     Model model = trainer.fit(fold.train(train), "churned");
 *     display(Report.of(model, fold.test(train)));
 * }
 * }</pre>
 */
@FunctionalInterface
public interface Splitter {
    /**
     * Cuts the rows of a table. The same settings cut the same table the same way.
     *
     * @param table its rows are numbered from 0
     * @param label the column that holds what is predicted; most splitters do not read it
     * @return one fold for each time that a model is trained and judged
     * @throws IllegalArgumentException if the rows are too few, or a column is missing
     */
    List<Fold> split(Table table, String label);

    /** Returns the columns that say where a row belongs and are no features: a group tells nothing of rows of other groups. */
    default List<String> columns() {
        return List.of();
    }
}
