package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.table.Tables;
import java.util.Optional;
import java.util.stream.Stream;
import tech.tablesaw.api.Table;

/** Cells that hold nothing, of which nothing was looked for. */
final class EmptyCells {
    private EmptyCells() {}

    /** Tells of a column that holds nothing at all in one of both tables. */
    static Optional<String> all(Table train, Table test, String name) {
        boolean isUnlearnt = isEmpty(train, name);
        if (!isUnlearnt && !isEmpty(test, name)) {
            return Optional.empty();
        }
        return Optional.of(
                isUnlearnt
                        ? "column '%s' holds nothing in the training table; nothing of it was looked for"
                                .formatted(name)
                        : "column '%s' holds nothing in the test table; what it tells was looked for in the training table alone"
                                .formatted(name));
    }

    /** Tells of the same, or else of the rows of each table that miss a column by which all rows are to be compared. */
    static Stream<String> some(Table train, Table test, String name) {
        var all = all(train, test, name);
        return all.isPresent()
                ? all.stream()
                : Stream.concat(some(train, name, "training row"), some(test, name, "test row"));
    }

    private static Stream<String> some(Table table, String name, String row) {
        int missing = count(table, name);
        return missing == 0
                ? Stream.empty()
                : Stream.of(
                        "column '%s' is missing in %d of %s, which were not compared by it; fill it, or leave them out"
                                .formatted(name, missing, Amount.of(table.rowCount(), row)));
    }

    private static boolean isEmpty(Table table, String name) {
        return table.containsColumn(name) && count(table, name) == table.rowCount();
    }

    private static int count(Table table, String name) {
        return table.containsColumn(name) ? Tables.countMissing(table.column(name)) : 0;
    }
}
