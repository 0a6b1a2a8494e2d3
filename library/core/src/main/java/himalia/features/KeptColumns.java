package himalia.features;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a model does not read, in DuckDB's SQL: it goes by other names while the steps work, since one of them may make a column
 * that is called the same. Java hands the steps no such column.
 */
final class KeptColumns {
    private static final String KEPT = "(kept) ";

    private KeptColumns() {}

    /** Writes a query of the columns that are read, and of all others by other names. */
    static String aside(List<String> read, String from) {
        var names = read.stream().map(SqlText::name).toList();
        // Those that are read stand by their names, so that one which is not there is told by its
        // own.
        var all =
                Stream.concat(
                                names.stream(),
                                Stream.of("COLUMNS('(?s)^(.*)$') AS '" + KEPT + "\\1'"))
                        .collect(Collectors.joining(", "));
        var twice =
                read.stream()
                        .map(name -> SqlText.name(KEPT + name))
                        .collect(Collectors.joining(", "));
        return "(SELECT *%s FROM (SELECT %s FROM %s))"
                .formatted(read.isEmpty() ? "" : " EXCLUDE (" + twice + ")", all, from);
    }

    /** Writes a query in which they have their own names again. */
    static String back(String query) {
        return "SELECT COLUMNS('(?s)^(?:\\(kept\\) )?(.*)$') AS '\\1' FROM (" + query + ")";
    }
}
