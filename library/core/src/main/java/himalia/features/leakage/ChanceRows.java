package himalia.features.leakage;

import tech.tablesaw.api.Table;

/**
 * Who reads few columns, of few values, knows rows again that are equal there by chance; {@code Report} asks the same of a model
 * ({@link himalia.model.Provenance#learntFrom}).
 */
final class ChanceRows {
    private ChanceRows() {}

    /** Returns whether that explains all test rows that it knows. */
    static boolean explain(Fitted fitted, Table test, String label) {
        var rows = fitted.provenance().rows();
        boolean areFew =
                rows.areKnown()
                        && rows.columns().size() < test.columnCount() - 1
                        && test.columnNames().containsAll(rows.columns());
        return areFew && fitted.provenance().learntFrom(test, label) == 0;
    }

    /** Returns whether it has learnt from as many rows as the training table has, and knows each of them. */
    static boolean areOf(Fitted fitted, Table train) {
        var rows = fitted.provenance().rows();
        return train.columnNames().containsAll(rows.columns())
                && rows.rows() == train.rowCount()
                && rows.countIn(train) == train.rowCount();
    }
}
