package himalia.table;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.columns.Column;

/** Aggregates over each row and those before it. */
final class RolledColumn {
    private RolledColumn() {}

    static Column<?> of(Column<?> column, int rows, Aggregate aggregate) {
        if (!aggregate.column().isEmpty() && !aggregate.column().equals(column.name())) {
            throw new IllegalArgumentException(
                    "the window is over column '%s', and the aggregate of '%s'; name one of both"
                            .formatted(column.name(), aggregate.column()));
        }
        if (rows < 1) {
            throw new IllegalArgumentException("a window of %d rows: 1 or more".formatted(rows));
        }
        var values = new ArrayList<@Nullable Object>();
        int whole = 0;
        for (int row = 0; row < column.size(); row++) {
            whole = Tables.isMissing(column, row) || isInfinite(column, row) ? 0 : whole + 1;
            values.add(
                    whole < rows
                            ? null
                            : aggregate.function().apply(column.inRange(row - rows + 1, row + 1)));
        }
        return aggregate.column(column, column.name(), values);
    }

    private static boolean isInfinite(Column<?> column, int row) {
        return column instanceof NumericColumn<?> numbers
                && Double.isInfinite(numbers.getDouble(row));
    }
}
