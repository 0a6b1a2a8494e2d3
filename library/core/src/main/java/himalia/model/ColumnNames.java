package himalia.model;

import himalia.display.bundle.Nearest;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Finds columns by name, and says which was meant when there is none. */
final class ColumnNames {
    private ColumnNames() {}

    static Column<?> find(Table table, String name) {
        for (var column : table.columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        throw new IllegalArgumentException(unknown(name, table.columnNames()));
    }

    private static String unknown(String name, List<String> known) {
        if (known.isEmpty()) {
            return "no column '%s': the table has no columns".formatted(name);
        }
        var hint = Nearest.hint(name, known);
        return "no column '%s'%s %s"
                .formatted(
                        name,
                        hint.isEmpty() ? "; there are:" : hint + " There are:",
                        listed(known));
    }

    /** The first twenty names: a table of a thousand columns must not fill the screen. */
    private static String listed(List<String> names) {
        return names.size() <= 20
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 20)) + " and " + (names.size() - 20) + " more";
    }

    /** Says what a column holds, in words. */
    static String kind(Column<?> column) {
        var type = column.type().name();
        return switch (type) {
            case "STRING", "TEXT" -> "text";
            case "LOCAL_DATE" -> "dates";
            case "LOCAL_TIME" -> "times";
            case "LOCAL_DATE_TIME", "INSTANT" -> "points in time";
            default -> type.toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
