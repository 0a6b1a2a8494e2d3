package himalia.features.leakage;

import java.util.HashSet;
import java.util.Set;
import tech.tablesaw.api.Table;

/** Test rows whose being known to something says nothing of where it has learnt. */
final class ChanceRows {
    private ChanceRows() {}

    /**
     * Returns the rows that are in both tables, and, for who reads few columns, those that are equal there by chance: where all
     * that it has learnt from stands in the training table, so does what it knows of the test table.
     */
    static Set<Integer> of(Fitted fitted, Table train, Table test, Set<Integer> duplicates) {
        var rows = fitted.provenance().rows();
        var columns = rows.columns();
        boolean isExplained =
                rows.areKnown()
                        && train.columnNames().containsAll(columns)
                        && test.columnNames().containsAll(columns)
                        && rows.rows() <= rows.countIn(train);
        if (!isExplained) {
            return duplicates;
        }
        var all = new HashSet<>(duplicates);
        all.addAll(Rows.duplicates(train, test, columns).keySet());
        return all;
    }
}
