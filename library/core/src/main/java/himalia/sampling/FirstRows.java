package himalia.sampling;

import himalia.display.bundle.Amount;
import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** A table as it was before somebody appended rows to it. */
final class FirstRows {
    private FirstRows() {}

    /**
     * Returns the rows that were there; columns of as many rows are those themselves.
     *
     * @param what their table, in words
     * @throws IllegalArgumentException if there are fewer now
     */
    static Table of(List<Column<?>> columns, int rows, String what) {
        var first = Table.create(what);
        for (var column : columns) {
            if (column.size() < rows) {
                throw new IllegalArgumentException(
                        "no picture: %s had %s when it was sampled, and column '%s' has %,d now; sample again, and take the picture before rows go"
                                .formatted(
                                        what,
                                        Amount.of(rows, "row"),
                                        column.name(),
                                        column.size()));
            }
            first.addColumns(column.size() == rows ? column : column.first(rows));
        }
        return first;
    }
}
