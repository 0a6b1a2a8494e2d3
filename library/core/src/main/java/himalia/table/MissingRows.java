package himalia.table;

import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Rows in which something is missing; also a text that was emptied later, which Tablesaw takes for one that is there. */
final class MissingRows {
    private MissingRows() {}

    static Table dropped(Table table, List<String> names) {
        var columns = NamedColumns.of(table, names);
        var whole =
                IntStream.range(0, table.rowCount())
                        .filter(
                                row ->
                                        columns.stream()
                                                .noneMatch(each -> Tables.isMissing(each, row)))
                        .toArray();
        return Tables.rows(table, whole);
    }
}
