package himalia.model;

import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.ShortColumn;
import tech.tablesaw.columns.Column;

/**
 * One column that a model reads.
 *
 * @param name the column's name
 * @param type what it holds
 */
public record Feature(String name, Type type) {
    /** What a feature holds. */
    public enum Type {
        NUMBER,
        WHOLE_NUMBER,
        BOOLEAN
    }

    /** Describes a column, or refuses one that no model of ours takes, with the way out. */
    static Feature of(Column<?> column) {
        if (column instanceof BooleanColumn) {
            return new Feature(column.name(), Type.BOOLEAN);
        }
        if (column instanceof IntColumn
                || column instanceof LongColumn
                || column instanceof ShortColumn) {
            return new Feature(column.name(), Type.WHOLE_NUMBER);
        }
        if (column instanceof NumericColumn<?>) {
            return new Feature(column.name(), Type.NUMBER);
        }
        throw new IllegalArgumentException(
                "column '%s' holds %s, and a model takes numbers; encode it as numbers, or leave it out with table.rejectColumns(\"%s\")"
                        .formatted(column.name(), ColumnNames.kind(column), column.name()));
    }

    /** Reads the column as numbers: true is 1, a missing value NaN. */
    double[] read(Column<?> column) {
        var values = new double[column.size()];
        if (column instanceof BooleanColumn flags) {
            for (int row = 0; row < values.length; row++) {
                values[row] = flags.isMissing(row) ? Double.NaN : flags.getByte(row);
            }
        } else if (column instanceof NumericColumn<?> numbers) {
            for (int row = 0; row < values.length; row++) {
                values[row] = numbers.isMissing(row) ? Double.NaN : numbers.getDouble(row);
            }
        } else {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and the model has learnt it as numbers"
                            .formatted(name, ColumnNames.kind(column)));
        }
        return finite(values);
    }

    private double[] finite(double[] values) {
        int infinite = 0;
        for (double value : values) {
            infinite += Double.isInfinite(value) ? 1 : 0;
        }
        if (infinite > 0) {
            throw new IllegalArgumentException(
                    "column '%s' has %d infinite values, and a model takes none; replace them or drop their rows"
                            .formatted(name, infinite));
        }
        return values;
    }
}
