package himalia.storage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns that were read one by one, as the rows of a table. */
final class TurnedColumns {
    private TurnedColumns() {}

    static List<List<@Nullable Object>> rows(List<List<@Nullable Object>> columns) {
        var rows = new ArrayList<List<@Nullable Object>>();
        for (int row = 0; row < (columns.isEmpty() ? 0 : columns.get(0).size()); row++) {
            var line = new ArrayList<@Nullable Object>();
            for (var column : columns) {
                line.add(column.get(row));
            }
            rows.add(line);
        }
        return rows;
    }
}
