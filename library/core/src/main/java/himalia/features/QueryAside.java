package himalia.features;

import himalia.model.Trainer;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The column that names the query of each row, which no step of a pipeline sees: one that does all columns would make other queries of them.
 *
 * @param rows those to learn from, without it
 * @param query none where the trainer ranks nothing, or the table has no such column, which the trainer tells
 */
record QueryAside(Table rows, Optional<Column<?>> query) {
    static QueryAside of(Trainer trainer, Table table, @Nullable String label) {
        var name =
                trainer.ranksWithin()
                        .filter(table.columnNames()::contains)
                        // That it is the label the trainer refuses.
                        .filter(each -> !each.equals(label));
        return name.isEmpty()
                ? new QueryAside(table, Optional.empty())
                : new QueryAside(
                        table.rejectColumns(name.get()).setName(table.name()),
                        Optional.of(table.column(name.get())));
    }

    /** Returns what came out of the steps, which leave rows at their places, with the column again. */
    Table back(Table done) {
        if (query.isEmpty()) {
            return done;
        }
        var name = query.get().name();
        if (done.columnNames().contains(name)) {
            throw new IllegalArgumentException(
                    "a step makes a column '%1$s', and '%1$s' names the query of each row; name one of them otherwise"
                            .formatted(name));
        }
        var columns = new ArrayList<>(done.columns());
        columns.add(query.get());
        return Table.create(done.name(), columns);
    }

    /** Says to a step that names the column why it is not there. */
    <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalArgumentException refused) {
            if (query.isPresent() && Tables.isLacking(refused, query.get().name())) {
                throw new IllegalArgumentException(
                        "'%1$s' names the query of each row, and steps before a ranker do not see it: leave '%1$s' out of them"
                                .formatted(query.get().name()),
                        refused);
            }
            throw refused;
        }
    }
}
