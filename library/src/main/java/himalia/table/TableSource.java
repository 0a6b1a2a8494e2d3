package himalia.table;

import himalia.display.grid.GridSource;
import himalia.display.grid.RowCount;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A Tablesaw table as the grid reads it.
 *
 * @param table read, never copied
 */
record TableSource(Table table) implements GridSource {
    /** Looking for missing values in more cells than these would be felt. */
    private static final long CELLS = 50_000;

    private static final Map<String, String> TYPES =
            Map.of(
                    "INTEGER", "int",
                    "STRING", "String",
                    "TEXT", "String",
                    "LOCAL_DATE", "LocalDate",
                    "LOCAL_TIME", "LocalTime",
                    "LOCAL_DATE_TIME", "LocalDateTime",
                    "INSTANT", "Instant");

    @Override
    public String name() {
        return table.name() == null ? "" : table.name();
    }

    @Override
    public RowCount rows() {
        return RowCount.of(table.rowCount());
    }

    @Override
    public int columns() {
        return table.columnCount();
    }

    @Override
    public String columnName(int column) {
        return table.column(column).name();
    }

    @Override
    public String typeName(int column) {
        var name = table.column(column).type().name();
        return TYPES.getOrDefault(name, name.toLowerCase(Locale.ROOT))
                + (hasMissing(column) ? "?" : "");
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        var values = table.column(column);
        return values.isMissing((int) row) ? null : values.get((int) row);
    }

    private boolean hasMissing(int column) {
        var values = table.column(column);
        var look = Math.min(values.size(), CELLS / Math.max(1, table.columnCount()));
        for (int row = 0; row < look; row++) {
            if (values.isMissing(row)) {
                return true;
            }
        }
        return false;
    }
}
