package himalia.storage;

import himalia.table.ExactDoubles;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.Optional;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * A column of a query's result whose numbers come in several classes of Java: whole numbers become longs where an int does
 * not hold one, doubles where one has a fraction, and texts where a double would change one.
 */
final class ResultNumbers {
    private final BitSet whole = new BitSet();
    private Column<?> column;

    private ResultNumbers(Column<?> column) {
        this.column = column;
        if (!(column instanceof DoubleColumn)) {
            whole.set(0, column.size());
        }
    }

    /** Returns the numbers of a column, to which a value of another class is to be appended; nothing where they are none. */
    static Optional<ResultNumbers> holding(Column<?> before, Object value) {
        boolean areNumbers =
                before instanceof IntColumn
                        || before instanceof LongColumn
                        || before instanceof DoubleColumn;
        return areNumbers && isNumber(value)
                ? Optional.of(new ResultNumbers(before))
                : Optional.empty();
    }

    private static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof Double;
    }

    Column<?> column() {
        return column;
    }

    void append(Object value) throws SQLException {
        if (!isNumber(value) || column instanceof StringColumn) {
            texts().append(ResultValues.text(value));
        } else if (value instanceof Double number) {
            fraction(number);
        } else {
            whole(((Number) value).longValue());
        }
    }

    private void whole(long value) {
        if (!(column instanceof DoubleColumn doubles)) {
            var numbers = WholeNumbers.after(column);
            numbers.append(value);
            column = numbers.column();
        } else if (ExactDoubles.isExact(value)) {
            whole.set(doubles.size());
            doubles.append((double) value);
        } else {
            texts().append(Long.toString(value));
        }
    }

    private void fraction(double value) {
        if (column instanceof DoubleColumn doubles) {
            doubles.append(value);
            return;
        }
        var doubles = DoubleColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            if (column.isMissing(row)) {
                doubles.appendMissing();
                continue;
            }
            long whole = ((Number) ((NumericColumn<?>) column).get(row)).longValue();
            if (!ExactDoubles.isExact(whole)) {
                texts().append(Double.toString(value));
                return;
            }
            doubles.append((double) whole);
        }
        column = doubles.append(value);
    }

    /** A whole number is written as one, though doubles stand below and above it. */
    private String written(int row) {
        return column instanceof DoubleColumn doubles && whole.get(row)
                ? Long.toString((long) doubles.getDouble(row))
                : String.valueOf(column.get(row));
    }

    private StringColumn texts() {
        if (!(column instanceof StringColumn)) {
            var texts = StringColumn.create(column.name());
            for (int row = 0; row < column.size(); row++) {
                if (column.isMissing(row)) {
                    texts.appendMissing();
                } else {
                    texts.append(written(row));
                }
            }
            column = texts;
        }
        return (StringColumn) column;
    }
}
