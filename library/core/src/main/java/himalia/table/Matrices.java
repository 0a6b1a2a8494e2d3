package himalia.table;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
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
    private static final int CHUNK = 64;

    /** To look at a number takes as long as to read so many. */
    private static final long LOOKED_AT = 4;

    /** Squares of a hundred million such are added up. */
    private static final double WIDEST = 1e150;

    /** The square of a hundred-millionth of it has all its digits. */
    private static final double NARROWEST = 1e-145;

    private static final String WIDE =
            "columns up to %s wide, so that sums of squares fit in a double".formatted(WIDEST);

    private static final String NARROW =
            "a table whose widest column is %s wide or more, so that squares keep their digits"
                    .formatted(NARROWEST);

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
        var all = IntStream.range(0, Tables.given(table).rowCount()).toArray();
        return rows(columns(table, columns, algorithm), all);
    }

    /**
     * Returns columns of which an algorithm computes with every cell; nothing is copied.
     *
     * @param algorithm its name, for messages
     * @throws IllegalArgumentException naming the first column that holds no numbers, or misses some
     */
    public static List<NumericColumn<?>> columns(
            Table table, List<String> columns, String algorithm) {
        given(table, "table");
        given(columns, "columns");
        given(algorithm, "algorithm");
        return measured(table, columns, algorithm).stream()
                .<NumericColumn<?>>map(Measured::column)
                .toList();
    }

    /**
     * Returns the same of an algorithm that measures distances or variances; see {@link #checkSquares}.
     *
     * @param algorithm its name, for messages
     * @throws IllegalArgumentException naming the first column that holds no numbers, misses some, or reaches too far for a square
     */
    public static List<NumericColumn<?>> columnsToSquare(
            Table table, List<String> columns, String algorithm) {
        given(table, "table");
        given(columns, "columns");
        given(algorithm, "algorithm");
        var measured = measured(table, columns, algorithm);
        var numbers = measured.stream().<NumericColumn<?>>map(Measured::column).toList();
        checkSquares(numbers, measured.stream().map(Measured::range).toList(), algorithm);
        return numbers;
    }

    private static List<Measured> measured(Table table, List<String> columns, String algorithm) {
        return EachColumn.ofNumbers(
                columns.size(),
                LOOKED_AT * columns.size() * table.rowCount(),
                i -> numbers(Tables.column(table, columns.get(i)), algorithm));
    }

    /** A column and how far it reaches. */
    private record Measured(NumericColumn<?> column, NumberRange range) {}

    /** Returns some rows of columns as a matrix; -0 is 0, which sorting and cutting would tell apart. */
    public static double[][] rows(List<? extends NumericColumn<?>> columns, int[] rows) {
        given(columns, "columns");
        given(rows, "rows");
        if (!columns.isEmpty()) {
            // A column may have room behind its last row.
            IntStream.of(rows)
                    .max()
                    .ifPresent(last -> Objects.checkIndex(last, columns.get(0).size()));
        }
        var readers = columns.stream().map(Matrices::reader).toList();
        var matrix = new double[rows.length][columns.size()];
        // Some rows of all columns, which are still in the cache for the next column.
        Cores.each(
                (rows.length + CHUNK - 1) / CHUNK,
                (long) rows.length * columns.size(),
                chunk -> {
                    var from = chunk * CHUNK;
                    var to = Math.min(from + CHUNK, rows.length);
                    for (var j = 0; j < readers.size(); j++) {
                        readers.get(j).read(rows, from, to, matrix, j);
                    }
                });
        return matrix;
    }

    /** Writes some cells of a column to their place in the rows of a matrix. */
    private interface Reader {
        void read(int[] rows, int from, int to, double[][] matrix, int place);
    }

    /** A loop of its own for most columns, in which nothing is asked for each cell. */
    private static Reader reader(NumericColumn<?> column) {
        if (column instanceof DoubleColumn doubles) {
            var values = ColumnArrays.of(doubles);
            return (rows, from, to, matrix, place) -> {
                for (var i = from; i < to; i++) {
                    matrix[i][place] = values[rows[i]] + 0.0;
                }
            };
        }
        return (rows, from, to, matrix, place) -> {
            for (var i = from; i < to; i++) {
                matrix[i][place] = column.getDouble(rows[i]) + 0.0;
            }
        };
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

    private static Measured numbers(Column<?> column, String algorithm) {
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
        if (column instanceof DoubleColumn doubles) {
            var range = NumberRange.of(doubles);
            if (range.areAllFinite()) {
                return new Measured(doubles, range);
            }
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
        return new Measured(numbers, NumberRange.of(values, values.length));
    }

    /**
     * Refuses columns that reach so far that sums of squares may be larger than a double holds, or all of them so little that squares
     * lose digits, for an algorithm that measures distances or variances.
     *
     * @param columns finite numbers; cells that are missing are left out
     * @param algorithm its name, for messages
     * @throws IllegalArgumentException naming the first such column, with the way out
     */
    public static void checkSquares(List<? extends NumericColumn<?>> columns, String algorithm) {
        given(columns, "columns");
        given(algorithm, "algorithm");
        int rows = columns.isEmpty() ? 0 : columns.get(0).size();
        var ranges =
                EachColumn.ofNumbers(
                        columns.size(),
                        LOOKED_AT * columns.size() * rows,
                        i -> NumberRange.of(columns.get(i)));
        checkSquares(columns, ranges, algorithm);
    }

    private static void checkSquares(
            List<? extends NumericColumn<?>> columns, List<NumberRange> ranges, String algorithm) {
        double widest = 0;
        int narrow = 0;
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var range = ranges.get(i);
            double width = range.high() - range.low();
            if (range.low() <= range.high() && !(width <= WIDEST)) {
                throw new IllegalArgumentException(
                        badSquare(column.name(), range, algorithm, WIDE, "divide"));
            }
            if (width > widest) {
                widest = width;
                narrow = i;
            }
        }
        if (widest > 0 && widest < NARROWEST) {
            throw new IllegalArgumentException(
                    badSquare(
                            columns.get(narrow).name(),
                            ranges.get(narrow),
                            algorithm,
                            NARROW,
                            "multiply"));
        }
    }

    private static String badSquare(
            String column, NumberRange range, String algorithm, String takes, String mend) {
        return "column '%s' reaches from %s to %s, and %s takes %s; bring it to scale before, by new StandardScaler(), or %s it"
                .formatted(column, range.low(), range.high(), algorithm, takes, mend);
    }
}
