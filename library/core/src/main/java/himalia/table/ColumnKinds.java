package himalia.table;

import java.util.Locale;
import tech.tablesaw.api.ColumnType;

/** What columns hold, in words. */
final class ColumnKinds {
    private ColumnKinds() {}

    static String words(ColumnType type) {
        return switch (type.name()) {
            case "STRING" -> "text";
            case "BOOLEAN" -> "true and false";
            case "LOCAL_DATE" -> "dates";
            case "LOCAL_TIME" -> "times";
            case "LOCAL_DATE_TIME", "INSTANT" -> "points in time";
            case "SHORT", "INTEGER", "LONG" -> "whole numbers";
            case "FLOAT", "DOUBLE" -> "numbers";
            default -> type.name().toLowerCase(Locale.ROOT);
        };
    }
}
