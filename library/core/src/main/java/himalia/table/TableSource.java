package himalia.table;

import himalia.display.grid.GridSource;
import himalia.display.grid.Missing;
import himalia.display.grid.RowCount;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

/**
 * A Tablesaw table as the grid reads it.
 *
 * @param table read, never copied
 */
record TableSource(Table table) implements GridSource {
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
        var values = table.column(column);
        return typeName(values.type())
                + (Missing.any(
                                values.size(),
                                table.columnCount(),
                                row -> Tables.isMissing(values, row))
                        ? "?"
                        : "");
    }

    @Override
    public @Nullable Object cell(long row, int column) {
        var values = table.column(column);
        return Tables.isMissing(values, (int) row) ? null : values.get((int) row);
    }

    /** Returns a type as people write it. */
    static String typeName(ColumnType type) {
        return TYPES.getOrDefault(type.name(), type.name().toLowerCase(Locale.ROOT));
    }
}
