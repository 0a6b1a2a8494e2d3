package himalia.features.leakage;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * Who reads few columns, of few values, knows rows again that are equal there by chance; {@code Report} asks the same of a model
 * ({@link himalia.model.Provenance#learntFrom}).
 */
final class ChanceRows {
    private ChanceRows() {}

    /**
     * Returns whether that explains all test rows that it knows.
     *
     * @param tables the test table, and those that it was made from
     */
    static boolean explain(Fitted fitted, Table test, List<Table> tables, String label) {
        var rows = fitted.provenance().rows();
        if (!rows.areKnown() || rows.columns().size() >= test.columnCount() - 1) {
            return false;
        }
        var knowing =
                tables.stream()
                        .filter(table -> table.containsColumn(label))
                        .filter(table -> fitted.provenance().seenIn(table) > 0)
                        .toList();
        return !knowing.isEmpty()
                && knowing.stream()
                        .allMatch(table -> fitted.provenance().learntFrom(table, label) == 0);
    }

    /** Returns whether it has learnt from as many rows as the training table has, and knows each of them. */
    static boolean areOf(Fitted fitted, Table train) {
        var rows = fitted.provenance().rows();
        return train.columnNames().containsAll(rows.columns())
                && rows.rows() == train.rowCount()
                && rows.countIn(train) == train.rowCount();
    }
}
