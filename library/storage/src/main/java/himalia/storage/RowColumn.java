package himalia.storage;

import java.util.List;
import org.apache.arrow.vector.types.pojo.Field;
import org.apache.arrow.vector.types.pojo.FieldType;
import org.apache.arrow.vector.types.pojo.Schema;
import tech.tablesaw.api.Table;

/**
 * A column of a row store.
 *
 * @param name as the user says it
 * @param kind what it holds
 * @param required whether the file has no way to say that a value is missing
 */
record RowColumn(String name, RowKind kind, boolean required) {
    RowColumn(String name, RowKind kind) {
        this(name, kind, false);
    }

    static Schema arrow(List<RowColumn> columns) {
        return new Schema(
                columns.stream()
                        .map(
                                column ->
                                        new Field(
                                                column.name(),
                                                FieldType.nullable(column.kind().arrow()),
                                                List.of()))
                        .toList());
    }

    /** Returns a table of some columns without rows. */
    static Table table(String name, List<RowColumn> columns, List<String> names) {
        var table = Table.create(name);
        for (var wanted : names) {
            var column =
                    columns.stream()
                            .filter(each -> each.name().equals(wanted))
                            .findFirst()
                            .orElseThrow();
            table.addColumns(column.kind().column(wanted));
        }
        return table;
    }
}
