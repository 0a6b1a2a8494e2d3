package himalia.storage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A column of texts of which a result has the numbers of rows.
 *
 * @param name the result's name for it
 * @param rowsAt which column of the result has the numbers
 * @param texts of the table whose rows they are
 * @param column the column's name there
 */
record NumberedTexts(String name, int rowsAt, CopiedTexts texts, String column) {
    /** Returns a result with texts in the place of numbers. */
    static Table read(Table result, List<@Nullable NumberedTexts> columns) throws IOException {
        var made = new ArrayList<Column<?>>(result.columns());
        var work = new ArrayList<Integer>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != null) {
                work.add(i);
            }
        }
        Workers.run(
                work.size(),
                place -> {
                    int i = work.get(place);
                    var each = columns.get(i);
                    if (each != null) {
                        var rows = (IntColumn) result.column(each.rowsAt());
                        made.set(i, each.texts().of(each.column(), rows, result.column(i).name()));
                    }
                });
        return Table.create(result.name(), made);
    }
}
