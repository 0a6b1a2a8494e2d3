package himalia.model;

import java.util.Comparator;
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
        var nearest =
                known.stream().min(Comparator.comparingInt(k -> distance(name, k))).orElseThrow();
        return "no column '%s'; did you mean '%s'? There are: %s"
                .formatted(name, nearest, listed(known));
    }

    /** The first twenty names: a table of a thousand columns must not fill the screen. */
    private static String listed(List<String> names) {
        return names.size() <= 20
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, 20)) + " and " + (names.size() - 20) + " more";
    }

    /** How many letters must be changed, added or dropped, capitals aside. */
    private static int distance(String one, String other) {
        var a = one.toLowerCase(Locale.ROOT);
        var b = other.toLowerCase(Locale.ROOT);
        var costs = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(change, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[b.length()];
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
