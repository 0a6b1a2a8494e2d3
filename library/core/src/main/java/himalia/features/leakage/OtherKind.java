package himalia.features.leakage;

import himalia.table.Tables;
import java.util.Optional;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of numbers in one table and of texts in the other: nothing of one is equal to anything of the other. */
final class OtherKind {
    private OtherKind() {}

    static Optional<String> note(Table train, Table test, String name) {
        var learnt = train.column(name);
        var asked = Tables.column(test, name, "test table");
        return kind(learnt).equals(kind(asked))
                ? Optional.empty()
                : Optional.of(
                        "column '%s' was not compared: it holds %s in the training table and %s in the test table, which a model refuses; read both alike"
                                .formatted(name, Tables.kind(learnt), Tables.kind(asked)));
    }

    /** Numbers of all sizes are compared, and truths as numbers; all else with its like. */
    private static Object kind(Column<?> column) {
        return column instanceof NumericColumn<?> || column instanceof BooleanColumn
                ? NumericColumn.class
                : column.type();
    }
}
