package himalia.features.leakage;

import himalia.table.Tables;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** Returns the columns that the other table lacks, those of the test table first. */
    static Stream<String> ofOneTable(Table train, Table test) {
        return Stream.concat(
                test.columnNames().stream().filter(name -> !train.columnNames().contains(name)),
                train.columnNames().stream().filter(name -> !test.columnNames().contains(name)));
    }

    /** Returns that one table has a column which the other lacks. */
    static String lacking(Table train, String name) {
        boolean isLearnt = train.columnNames().contains(name);
        return "column '%s' was not compared: the %s table has it, and the %s table lacks it; give both tables the same columns"
                .formatted(name, isLearnt ? "training" : "test", isLearnt ? "test" : "training");
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
