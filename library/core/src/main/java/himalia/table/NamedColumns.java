package himalia.table;

import java.util.List;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** The columns that a call names: all of them where it names none. */
final class NamedColumns {
    private NamedColumns() {}

    static List<Column<?>> of(Table table, List<String> names) {
        return names.isEmpty()
                ? table.columns()
                : names.stream().<Column<?>>map(name -> Tables.column(table, name)).toList();
    }
}
