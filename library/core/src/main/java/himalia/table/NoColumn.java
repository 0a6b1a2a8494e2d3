package himalia.table;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import tech.tablesaw.api.Table;

/** What is said of a column that a table lacks, and how it is known again. */
final class NoColumn {
    private static final String WORDS = "no column '%s'";

    private static final int LISTED = 20;

    private NoColumn() {}

    static IllegalArgumentException of(Table table, String name, String called) {
        var names = table.columnNames();
        boolean isNamed = !Tables.named(table).isEmpty() || !called.equals("table");
        return new IllegalArgumentException(
                WORDS.formatted(name)
                        + (names.isEmpty()
                                ? ": %s%s has no columns".formatted(called, Tables.named(table))
                                : "%s%s There are: %s"
                                        .formatted(
                                                isNamed
                                                        ? " in " + called + Tables.named(table)
                                                        : "",
                                                Nearest.to(name, names)
                                                        .map(n -> "; did you mean '" + n + "'?")
                                                        .orElse("."),
                                                Listed.of(names, LISTED))));
    }

    static boolean is(IllegalArgumentException refused, String column) {
        return String.valueOf(refused.getMessage()).startsWith(WORDS.formatted(column));
    }
}
