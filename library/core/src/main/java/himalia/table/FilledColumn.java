package himalia.table;

import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/** A column with a value in the place of each that is missing. */
final class FilledColumn {
    private FilledColumn() {}

    static Column<?> of(Column<?> column, Object value) {
        var one = ValuesColumn.of("value", column.name(), one(value), Optional.empty());
        if (one.isMissing(0)) {
            throw new IllegalArgumentException(
                    "a value for column '%s' is wanted, and %s is a missing one in a table"
                            .formatted(column.name(), value instanceof String ? "\"\"" : value));
        }
        int missing = Tables.countMissing(column);
        boolean isFirst = missing == column.size();
        if (!isFirst && !kind(column).goesWith(kind(one))) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and the value %s is %s; give it one of its own kind"
                            .formatted(
                                    column.name(), Tables.kind(column), value, Tables.kind(one)));
        }
        if (missing == 0) {
            return column.copy();
        }
        var filling = column instanceof FloatColumn ? asFloat(one.get(0)) : one.get(0);
        var values = new ArrayList<Object>(column.size());
        for (int row = 0; row < column.size(); row++) {
            values.add(Tables.isMissing(column, row) ? filling : column.get(row));
        }
        var filled = ValuesColumn.of("column", column.name(), values, Optional.empty());
        if (!isFirst && filled instanceof StringColumn && !(column instanceof StringColumn)) {
            throw new IllegalArgumentException(
                    "no column holds %s '%s' and the value %s as they are, but one of texts; give a value that the column holds, or %s"
                            .formatted(Tables.kind(column), column.name(), value, wayOut(column)));
        }
        return filled instanceof DoubleColumn made && column instanceof NumericColumn<?> source
                ? ColumnArrays.printedAs(source, made)
                : filled;
    }

    private static String wayOut(Column<?> column) {
        return column instanceof NumericColumn<?>
                ? "make its numbers doubles first, the nearest ones: numberColumn(\"%s\").asDoubleColumn()"
                        .formatted(column.name())
                : "make its values texts first: column(\"%s\").asStringColumn()"
                        .formatted(column.name());
    }

    /** Returns a number as a float where it is one. */
    private static Object asFloat(Object value) {
        return value instanceof Number number && number.floatValue() == number.doubleValue()
                ? (Object) number.floatValue()
                : value;
    }

    private static ArrayList<@Nullable Object> one(Object value) {
        var values = new ArrayList<@Nullable Object>();
        values.add(value);
        return values;
    }

    /** Returns the kind of a column that misses some. */
    private static ValueKind kind(Column<?> column) {
        int row = 0;
        while (Tables.isMissing(column, row)) {
            row++;
        }
        return ValueKind.of(column.get(row).getClass());
    }
}
