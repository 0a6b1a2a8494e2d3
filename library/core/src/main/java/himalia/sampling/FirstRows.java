package himalia.sampling;

import himalia.display.bundle.Amount;
import tech.tablesaw.api.Table;

/** A table as it was before somebody appended rows to it. */
final class FirstRows {
    private FirstRows() {}

    /**
     * Returns the rows that were there; of a table of as many rows, itself.
     *
     * @param what the table, in words
     * @throws IllegalArgumentException if there are fewer now
     */
    static Table of(Table table, int rows, String what) {
        var first = Table.create(table.name());
        for (var column : table.columns()) {
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
