package himalia.evaluation.explanation;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The rows that a model is asked for. */
final class ExplainedRows {
    private ExplainedRows() {}

    static void check(Table table) {
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows, and nothing can be explained on them; give one at least");
        }
    }

    /** Returns the table with another column in the place of one of that name. */
    static Table with(Table table, Column<?> instead) {
        var done = Table.create(table.name());
        for (var column : table.columns()) {
            done.addColumns(column.name().equals(instead.name()) ? instead : column);
        }
        return done;
    }

    /** Returns where a name stands, or says which are there. */
    static int place(List<String> features, String name) {
        int place = features.indexOf(name);
        if (place < 0) {
            throw new IllegalArgumentException(
                    "the model reads no column '%s'%s There are: %s"
                            .formatted(
                                    name,
                                    Nearest.to(name, features)
                                            .map(near -> "; did you mean '" + near + "'?")
                                            .orElse("."),
                                    Listed.of(features, 20)));
        }
        return place;
    }
}
