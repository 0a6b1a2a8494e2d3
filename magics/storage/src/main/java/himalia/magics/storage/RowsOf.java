package himalia.magics.storage;

import himalia.table.Tables;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** A value of the notebook as a table, where it is one: a {@code Table}, or a list of records or of maps. */
final class RowsOf {
    private RowsOf() {}

    static Optional<Table> table(@Nullable Object value) {
        if (value instanceof Table table) {
            return Optional.of(table);
        }
        return value instanceof Collection<?> rows
                        && !rows.isEmpty()
                        && rows.stream()
                                .allMatch(row -> row instanceof Record || row instanceof Map)
                ? Optional.of(Tables.of(rows))
                : Optional.empty();
    }
}
