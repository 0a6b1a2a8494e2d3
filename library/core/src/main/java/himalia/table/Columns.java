package himalia.table;

import static himalia.display.bundle.Given.given;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What pandas does with a column and Tablesaw does otherwise, or not.
 *
 * <pre>{@code
 * Columns.quantile(train.intColumn("age"), 0.9)
 * Columns.cut(train.intColumn("age"), 0, 18, 65, 120)
 * Columns.qcut(train.intColumn("age"), 4)
 * Columns.rank(train.intColumn("age"))
 * Columns.ffill(train.column("city"))
 * Columns.toDatetime(train.stringColumn("at"))
 * Columns.sample(train, 2, 42)
 * Columns.dropDuplicates(train)
 * Columns.corr(train)
 * Columns.assign(train, "older", row -> row.getInt("age") + 1)
 * }</pre>
 */
public final class Columns {
    private Columns() {}

    /**
     * Returns the value below which a share of the values lies; between two it lies on the line from one to the other, as in pandas
     * and NumPy. NaN where there is no value.
     *
     * @param share from 0 to 1
     */
    public static double quantile(NumericColumn<?> column, double share) {
        checkShare(share);
        var sorted = there(given(column, "column"));
        return sorted.length == 0 ? Double.NaN : Quantile.of(sorted, share);
    }

    static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "a share of %s: from 0 to 1, such as 0.9 for nine of ten".formatted(share));
        }
    }

    /** Returns the values that are not missing, sorted. */
    private static double[] there(NumericColumn<?> column) {
        return Arrays.stream(Tables.doubles(column))
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
    }

    /**
     * Names the interval of each value, {@code (18, 65]}: the edges given part them, and each holds its upper edge. A value outside
     * of all is missing.
     *
     * @throws IllegalArgumentException if there are fewer than two edges, or they do not rise
     */
    public static StringColumn cut(NumericColumn<?> column, double... edges) {
        return Intervals.of(given(column, "column"), given(edges, "edges"), false);
    }

    /**
     * Names the interval of each value, of so many that hold equally many values as far as equal ones allow. The first holds its
     * lower edge too. Edges are named with as many digits as tell them apart, three behind the point at least.
     *
     * @throws IllegalArgumentException if two quantiles are the same, as of many equal values
     */
    public static StringColumn qcut(NumericColumn<?> column, int intervals) {
        if (intervals < 1) {
            throw new IllegalArgumentException(
                    "qcut into %d intervals: 1 or more".formatted(intervals));
        }
        var sorted = there(given(column, "column"));
        if (sorted.length == 0) {
            throw new IllegalArgumentException(
                    "column '%s' holds no values to part".formatted(column.name()));
        }
        double[] edges = new double[intervals + 1];
        Arrays.setAll(edges, edge -> Quantile.of(sorted, edge / (double) intervals));
        for (int edge = 1; edge < edges.length; edge++) {
            if (edges[edge - 1] == edges[edge]) {
                throw new IllegalArgumentException(
                        "column '%s' has no %d intervals that hold equally many values: too many of them are %s; ask for fewer, or name the edges with cut"
                                .formatted(column.name(), intervals, Intervals.text(edges[edge])));
            }
        }
        return Intervals.of(column, edges, true);
    }

    /**
     * Ranks the values, the least first, from 1; equal ones share the mean of their ranks. What is missing has none.
     */
    public static DoubleColumn rank(NumericColumn<?> column) {
        return Ranks.of(given(column, "column"));
    }

    /**
     * Reads texts as times, {@code 2024-01-31 10:11:12.123456} or with a T between, cut to milliseconds, with which a table's times
     * end. A day alone is its midnight.
     *
     * <pre>{@code
     * Columns.assign(train, "at", Columns.toDatetime(train.stringColumn("at")))
     * }</pre>
     *
     * @throws IllegalArgumentException if a text is no such time, or has a zone, naming its row
     */
    public static DateTimeColumn toDatetime(StringColumn column) {
        return TextTimes.dateTimes(given(column, "column"));
    }

    /**
     * Reads texts as points in time, {@code 2024-01-31T10:11:12.123456Z} or with an offset such as {@code +01:00}, cut to
     * milliseconds.
     *
     * @throws IllegalArgumentException if a text is no such time, or has no zone, naming its row
     */
    public static InstantColumn toInstant(StringColumn column) {
        return TextTimes.instants(given(column, "column"));
    }

    /**
     * Reads numbers as points in time: how many of a unit have passed since the beginning of 1970 in UTC, cut to milliseconds.
     *
     * <pre>{@code
     * Columns.assign(train, "at", Columns.toInstant(train.numberColumn("at"), ChronoUnit.MILLIS))
     * }</pre>
     *
     * @param unit what they count: weeks, or what is shorter
     * @throws IllegalArgumentException if a number is no such time, or leads out of the years 1 to 9999, naming its row
     */
    public static InstantColumn toInstant(NumericColumn<?> column, ChronoUnit unit) {
        return EpochTimes.of(given(column, "column"), given(unit, "unit"));
    }

    /** Returns the column with what is missing as the last value before it; at the beginning it stays missing. */
    public static Column<?> ffill(Column<?> column) {
        return filled(given(column, "column"), 0, 1);
    }

    /** Returns the column with what is missing as the next value after it; at the end it stays missing. */
    public static Column<?> bfill(Column<?> column) {
        return filled(given(column, "column"), column.size() - 1, -1);
    }

    private static Column<?> filled(Column<?> column, int from, int step) {
        int[] rows = new int[column.size()];
        int last = -1;
        for (int row = from; row >= 0 && row < rows.length; row += step) {
            last = Tables.isMissing(column, row) && last >= 0 ? last : row;
            rows[row] = last;
        }
        return column.subset(rows);
    }

    /**
     * Returns the sum of each value and all before it, longs of whole numbers; what is missing stays so, and counts for nothing.
     *
     * @throws IllegalArgumentException if a sum is too large for a long
     */
    public static NumericColumn<?> cumsum(NumericColumn<?> column) {
        return RunningSums.of(given(column, "column"));
    }

    /**
     * Returns an aggregate over each row and those before it, so many in all; missing where one of them is, or where there are
     * fewer. Infinity counts as missing, as in pandas.
     *
     * <pre>{@code
     * Columns.rolling(train.intColumn("age"), 3, Aggregate.mean("age"))
     * }</pre>
     */
    public static Column<?> rolling(Column<?> column, int rows, Aggregate aggregate) {
        given(column, "column");
        given(aggregate, "aggregate", "give one, such as Aggregate.mean(\"age\")");
        return RolledColumn.of(column, rows, aggregate);
    }

    /**
     * Returns the table with a column more, or another one in its place: what the function makes of each row. The table given stays
     * as it is.
     *
     * <pre>{@code
     * Columns.assign(train, "adult", row -> row.getInt("age") >= 18)
     * }</pre>
     *
     * @param function from a row to a number, text, date, boolean; null is missing
     * @throws IllegalArgumentException if it makes values of two kinds, naming the first row of each, or reads a whole number that is
     *     missing
     */
    public static Table assign(Table table, String name, Function<Row, @Nullable Object> function) {
        var values = new ArrayList<@Nullable Object>();
        given(function, "function", "give one, such as row -> row.getInt(\"age\") + 1");
        for (var row = new CarefulRow(Tables.given(table)); row.hasNext(); ) {
            values.add(function.apply(row.next()));
        }
        return assign(table, name, ValuesColumn.of("column", name, values, Optional.empty()));
    }

    /** Returns the table with a column more, or another one in its place: {@code assign(t, "twice", t.intColumn("age").multiply(2))}. */
    public static Table assign(Table table, String name, Column<?> column) {
        // A column's name loses its blanks, and would be that of another.
        checkName(Tables.given(table), given(name, "name"));
        var named = given(column, "column").copy().setName(name);
        return assign(table, List.of(named));
    }

    /** Returns the table with columns more, or others in their places. */
    static Table assign(Table table, List<Column<?>> columns) {
        var result = Tables.given(table).copy();
        for (var column : columns) {
            var name = column.name();
            checkName(result, name);
            if (result.containsColumn(name)) {
                result.replaceColumn(name, column);
            } else {
                result.addColumns(column);
            }
        }
        return result;
    }

    private static void checkName(Table table, String name) {
        for (var there : table.columnNames()) {
            if (there.strip().equalsIgnoreCase(name.strip()) && !there.equals(name)) {
                throw new IllegalArgumentException(
                        "there is a column '%s', and for a table '%s' is the same name: take that, or another"
                                .formatted(there, name));
            }
        }
    }

    /**
     * Returns rows chosen by chance, none twice, in the order in which they were drawn.
     *
     * @param rows how many
     * @param seed the same one chooses the same rows
     * @throws IllegalArgumentException if there are not so many
     */
    public static Table sample(Table table, int rows, long seed) {
        int all = Tables.given(table).rowCount();
        if (rows < 0 || rows > all) {
            throw new IllegalArgumentException(
                    "%d rows are to be chosen, and there are %d".formatted(rows, all));
        }
        int[] drawn = Shuffle.first(IntStream.range(0, all).toArray(), rows, Seeds.random(seed));
        return Tables.rows(table, Arrays.copyOf(drawn, rows));
    }

    /**
     * Returns the first of the rows that are equal in the columns, or in all where none is named; what is missing is equal.
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public static Table dropDuplicates(Table table, String... columns) {
        return DistinctRows.kept(Tables.given(table), List.of(given(columns, "columns")));
    }

    /**
     * Returns the correlations of all columns of numbers, by Pearson's coefficient over the rows that miss neither, where
     * infinity counts as missing: a row and a column for each.
     */
    public static Table corr(Table table) {
        return Correlations.pearson(Tables.given(table));
    }

    /** Returns the correlations of ranks of all columns of numbers, by Spearman. */
    public static Table spearman(Table table) {
        return Correlations.spearman(Tables.given(table));
    }
}
