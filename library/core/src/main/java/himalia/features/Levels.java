package himalia.features;

import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tech.tablesaw.columns.Column;

/**
 * The levels of a category, each of which becomes a column.
 *
 * @param values the levels as texts: numbers in the order of numbers, all else in that of texts
 * @param names the column of each; one more where missing is a level
 */
record Levels(List<String> values, List<String> names) {
    private static final int MOST = 1_000;

    Levels {
        values = List.copyOf(values);
        names = List.copyOf(names);
    }

    /** Learns the levels of a column, and names their columns as no other is named. */
    static Levels of(Column<?> column, ColumnNames taken) {
        var distinct = new HashSet<String>();
        for (int row = 0; row < column.size(); row++) {
            if (!Tables.isMissing(column, row)
                    && distinct.add(Tables.level(column, row))
                    && distinct.size() > MOST) {
                throw new IllegalArgumentException(
                        "column '%s' has more than %,d different values, and OneHotEncoder makes a column of each; leave it as it is, or cut it into ranges first"
                                .formatted(column.name(), MOST));
            }
        }
        var values = Tables.sorted(distinct, column);
        var names = new ArrayList<String>();
        values.forEach(value -> names.add(taken.add(column.name() + "_" + value)));
        if (Tables.countMissing(column) > 0) {
            names.add(taken.add(column.name() + "_missing"));
        }
        return new Levels(values, names);
    }
}
