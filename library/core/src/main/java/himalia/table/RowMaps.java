package himalia.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The rows of a table as maps. */
final class RowMaps {
    private RowMaps() {}

    static List<Map<String, @Nullable Object>> of(Table table) {
        var rows = new ArrayList<Map<String, @Nullable Object>>(table.rowCount());
        for (int row = 0; row < table.rowCount(); row++) {
            var values = new LinkedHashMap<String, @Nullable Object>();
            for (var column : table.columns()) {
                values.put(column.name(), Tables.isMissing(column, row) ? null : column.get(row));
            }
            rows.add(values);
        }
        return rows;
    }
}
