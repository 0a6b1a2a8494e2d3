package himalia.featurestore;

import himalia.model.Feature;
import himalia.model.Feature.Type;
import himalia.table.Tables;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.api.TimeColumn;
import tech.tablesaw.columns.Column;

/** Columns of features: of one class for each type, so that values are the same wherever they come from. */
final class Cells {
    private Cells() {}

    /** Makes an empty column. */
    static Column<?> column(String name, Type type) {
        return switch (type) {
            case NUMBER -> DoubleColumn.create(name);
            case WHOLE_NUMBER -> IntColumn.create(name);
            case LONG_NUMBER -> LongColumn.create(name);
            case BOOLEAN -> BooleanColumn.create(name);
            case DATE -> DateColumn.create(name);
            case TIME -> TimeColumn.create(name);
            case DATE_TIME -> DateTimeColumn.create(name);
            case INSTANT -> InstantColumn.create(name);
            default -> StringColumn.create(name);
        };
    }

    /**
     * Finds a column.
     *
     * @param where the rows are, for a message, whatever their table is called
     */
    static Column<?> find(Table rows, String name, String where) {
        return Tables.column(Table.create("", rows.columns()), name, where);
    }

    /** Describes a column as a feature. What a text may be is not fixed: tomorrow's rows have others. */
    static Feature feature(String view, Column<?> column) {
        var type = column.type();
        if (type == ColumnType.STRING) {
            return new Feature(column.name(), Type.TEXT, List.of(), List.of());
        }
        if (type == ColumnType.SHORT) {
            return new Feature(column.name(), Type.WHOLE_NUMBER, List.of(), List.of());
        }
        try {
            return Feature.of(column);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "view '%s': column '%s' holds %s, which is no feature; leave it out by naming the others: view.features(…)"
                            .formatted(view, column.name(), Tables.kind(column)),
                    e);
        }
    }

    /** Returns a column as the one class of its type; nothing is rounded. */
    static Column<?> plain(Column<?> column) {
        if (column instanceof DoubleColumn || !(column instanceof NumericColumn<?> numbers)) {
            return column;
        }
        if (column.type() == ColumnType.FLOAT) {
            return DoubleColumn.create(column.name(), Tables.doubles(numbers));
        }
        if (column.type() != ColumnType.SHORT) {
            return column;
        }
        var made = IntColumn.create(column.name());
        for (int row = 0; row < column.size(); row++) {
            if (Tables.isMissing(column, row)) {
                made.appendMissing();
            } else {
                made.append((int) numbers.getDouble(row));
            }
        }
        return made;
    }

    /** Returns the cells of some rows; -1 is a missing one. */
    static <T> Column<T> gather(Column<T> column, int[] rows) {
        var made = column.emptyCopy();
        for (int row : rows) {
            if (row < 0) {
                made.appendMissing();
            } else {
                made.append(column, row);
            }
        }
        return made;
    }
}
