package himalia.features.leakage;

import himalia.table.Tables;
import java.util.Optional;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Columns of numbers in one table and of texts in the other, or of one table only: there is nothing to compare. */
final class OtherKind {
    private OtherKind() {}

    static Optional<String> note(Table train, Table test, String name) {
        return told(train, test, name)
                .map(
                        kinds ->
                                "column '%s' was not compared: it holds %s, which a model refuses; read both alike"
                                        .formatted(name, kinds));
    }

    /** Returns that the training table lacks a column of the test table. */
    static String lacking(String name) {
        return "column '%s' was not compared: the test table has it, and the training table lacks it; give both tables the same columns"
                .formatted(name);
    }

    /** Returns of what kinds a column is, where they differ; nothing of one that is in one table only. */
    static Optional<String> told(Table train, Table test, String name) {
        if (!train.containsColumn(name) || !test.containsColumn(name)) {
            return Optional.empty();
        }
        var learnt = train.column(name);
        var asked = test.column(name);
        return kind(learnt).equals(kind(asked))
                ? Optional.empty()
                : Optional.of(
                        "%s in the training table and %s in the test table"
                                .formatted(Tables.kind(learnt), Tables.kind(asked)));
    }

    /** Numbers of all sizes are compared, and truths as numbers; all else with its like. */
    private static Object kind(Column<?> column) {
        return column instanceof NumericColumn<?> || column instanceof BooleanColumn
                ? NumericColumn.class
                : column.type();
    }
}
