package himalia.table;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * Tables as matrices, a row of the table a row of the matrix, and back.
 *
 * <pre>{@code
 * double[][] points = Matrices.rows(train, List.of("age", "income"), "SMOTE");
 * Table again = Matrices.table("points", List.of("age", "income"), points);
 * }</pre>
 */
public final class Matrices {
    private Matrices() {}

    /** Returns the names of all columns but the label. */
    public static List<String> features(Table table, String label) {
        Tables.column(table, label);
        var names = new ArrayList<>(table.columnNames());
        names.remove(label);
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    "the table has no column but the label '" + label + "'");
        }
        return List.copyOf(names);
    }

    /**
     * Returns columns as a matrix, for an algorithm that computes with every cell.
     *
     * @param algorithm its name, for messages
     * @throws IllegalArgumentException naming the first column that holds no numbers, or misses some
     */
    public static double[][] rows(Table table, List<String> columns, String algorithm) {
        given(table, "table");
        given(columns, "columns");
        given(algorithm, "algorithm");
        var rows = new double[table.rowCount()][columns.size()];
        for (var j = 0; j < columns.size(); j++) {
            var column = numbers(Tables.column(table, columns.get(j)), algorithm);
            for (var i = 0; i < rows.length; i++) {
                rows[i][j] = column[i];
            }
        }
        return rows;
    }

    /** Returns a matrix as a table of numbers. */
    public static Table table(String name, List<String> columns, double[][] rows) {
        given(name, "name");
        given(columns, "columns");
        given(rows, "rows");
        var table = Table.create(name);
        for (var j = 0; j < columns.size(); j++) {
            var values = new double[rows.length];
            for (var i = 0; i < rows.length; i++) {
                values[i] = rows[i][j];
            }
            table.addColumns(DoubleColumn.create(columns.get(j), values));
        }
        return table;
    }

    private static double[] numbers(Column<?> column, String algorithm) {
        if (!(column instanceof NumericColumn<?> numbers)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, and %s computes with numbers; %s, or leave it out with table.rejectColumns(\"%s\")"
                            .formatted(
                                    column.name(),
                                    Tables.kind(column),
                                    algorithm,
                                    column instanceof BooleanColumn
                                            ? "make it numbers before, by new OneHotEncoder(List.of(\"%s\"))"
                                                    .formatted(column.name())
                                            : "encode it as numbers",
                                    column.name()));
        }
        var missing = Tables.countMissing(column);
        if (missing > 0) {
            throw new IllegalArgumentException(
                    "column '%s' has %s, and %s takes none; fill them, or drop their rows with table.dropWhere(table.column(\"%s\").isMissing())"
                            .formatted(
                                    column.name(),
                                    Amount.of(missing, "missing value"),
                                    algorithm,
                                    column.name()));
        }
        var values = Tables.doubles(numbers);
        for (var row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                throw new IllegalArgumentException(
                        "column '%s' is infinite in row %d, and %s takes finite numbers; replace it or drop the row"
                                .formatted(column.name(), row, algorithm));
            }
        }
        return values;
    }
}
