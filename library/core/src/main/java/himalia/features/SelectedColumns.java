package himalia.features;

import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** Tables of some columns and the label, as selections train on them. */
final class SelectedColumns {
    private SelectedColumns() {}

    /** Returns the columns that may be kept, of which there must be as many as are wanted. */
    static List<String> names(Table features, int wanted) {
        if (wanted > features.columnCount()) {
            throw new IllegalArgumentException(
                    "there are %d columns, and %d are to be kept"
                            .formatted(features.columnCount(), wanted));
        }
        return new ArrayList<>(features.columnNames());
    }

    static Table of(Table table, List<String> names, String label) {
        var some = Table.create(table.name());
        for (var column : table.columns()) {
            if (names.contains(column.name()) || column.name().equals(label)) {
                some.addColumns(column);
            }
        }
        return some;
    }
}
