package himalia.table;

import himalia.display.bundle.Given;
import himalia.display.bundle.Listed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * What every user of a table needs, with messages that say what to do.
 *
 * <pre>{@code
 * Tables.column(train, "agee")         // no column 'agee' in table 'train'; did you mean 'age'? …
 * Tables.counts(train, "churned")      // 269 × 0, 31 × 1
 * Tables.rows(train, new int[] {2, 0})
 * Tables.of(List.of(Map.of("x", 1), Map.of("x", 2)))
 * }</pre>
 */
public final class Tables {
    /** A table of a thousand columns must not fill the screen. */
    private static final int LISTED = 20;

    private Tables() {}

    /**
     * Makes a table of rows: records, maps, or lists of values with the names of their columns.
     *
     * <pre>{@code
     * record Person(String name, int age) {}
     * Tables.of(List.of(new Person("Ann", 30), new Person("Bo", 40)))
     * Tables.of(List.of(Map.of("name", "Ann", "age", 30), Map.of("name", "Bo")))
     * Tables.of(List.of(List.of("Ann", 30), List.of("Bo", 40)), "name", "age")
     * }</pre>
     *
     * <p>Numbers, booleans, dates, times, texts and enums have columns of their types; null, an empty {@code Optional} and an
     * empty text are missing; anything nested is a text. Where a type would change a value, all of its column are texts: decimals
     * past a double's digits, times past a millisecond, as {@code Instant.now()} is; {@code
     * Instant.now().truncatedTo(ChronoUnit.MILLIS)} stays a time.
     *
     * @param names columns of rows of values; of records and maps, those that are wanted
     * @throws IllegalArgumentException if a column would hold two kinds of values, naming the first row of each
     */
    public static Table of(Collection<?> rows, String... names) {
        return RowsTable.of(Given.given(rows, "rows"), List.of(Given.given(names, "names")));
    }

    /**
     * Makes a record of each row: every component from the column of its name.
     *
     * <pre>{@code
     * record Person(String name, int age) {}
     * List<Person> people = Tables.records(train, Person.class);
     * }</pre>
     *
     * @throws IllegalArgumentException if a column is not there, or a value is none of its component, naming column and row
     */
    public static <R extends Record> List<R> records(Table table, Class<R> type) {
        return TableRecords.of(given(table), Given.given(type, "type"));
    }

    /**
     * Makes a map of each row, from the names of columns to values; what is missing is null.
     *
     * <pre>{@code
     * Tables.maps(train).get(0).get("age")
     * }</pre>
     */
    public static List<Map<String, @Nullable Object>> maps(Table table) {
        return RowMaps.of(given(table));
    }

    /**
     * Writes a table as JSON, an array with an object for each row; what is missing or infinite is null.
     *
     * <pre>{@code
     * Tables.json(train.first(2))   // [{"name":"Ann","age":30},{"name":"Bo","age":null}]
     * }</pre>
     */
    public static String json(Table table) {
        return JsonOfRows.of(maps(table));
    }

    /**
     * Reads rows of JSON, an array of objects or one object a line; files are read by {@code Storage.read}.
     *
     * <pre>{@code
     * Tables.fromJson("[{\"name\": \"Ann\", \"age\": 30}, {\"name\": \"Bo\"}]")
     * }</pre>
     *
     * <p>Texts that are all dates or times of one ISO form are these; what is nested stays JSON, as a text.
     *
     * @throws IllegalArgumentException if it is none, naming the row
     */
    public static Table fromJson(String text) {
        var rows = RowsOfJson.read(Given.given(text, "text"));
        WrittenTimes.read(rows);
        return of(rows);
    }

    /**
     * Counts how often each value of a column comes, the most frequent first; the missing ones, if any, in a row of their own at
     * the end.
     *
     * <pre>{@code
     * Tables.valueCounts(train.column("city"))
     * }</pre>
     */
    public static Table valueCounts(Column<?> column) {
        return ValueCounts.of(Given.given(column, "column"));
    }

    /**
     * Describes the numbers of a table: how many there are, mean, standard deviation, least, quartiles and most, a row each. Of a
     * table without numbers: how many values there are, how many different ones, which is the most frequent, and how often it comes.
     *
     * <pre>{@code
     * Tables.describe(train)
     * TableView.summary(train)   // of every column, whatever it holds
     * }</pre>
     *
     * <p>All are doubles: of longs past 2⁵³ the nearest ones, while the summary has all digits of the least and the most.
     */
    public static Table describe(Table table) {
        return Description.of(given(table));
    }

    /**
     * Returns the rows that miss nothing, in all columns or in some.
     *
     * <pre>{@code
     * Tables.dropMissing(train)
     * Tables.dropMissing(train, "age", "income")
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public static Table dropMissing(Table table, String... columns) {
        return MissingRows.dropped(given(table), List.of(Given.given(columns, "columns")));
    }

    /**
     * Returns the table with a value in the place of each that a column misses. The table given stays as it is; a fraction makes
     * a column of whole numbers one of numbers.
     *
     * <pre>{@code
     * Tables.fillMissing(train, "age", train.intColumn("age").mean())
     * }</pre>
     *
     * @throws IllegalArgumentException if the value is of another kind than the column, or none of its types holds both: a fraction
     *     and longs that no double is
     */
    public static Table fillMissing(Table table, String column, Object value) {
        var filled = FilledColumn.of(column(table, column), Given.given(value, "value"));
        return table.copy().replaceColumn(column, filled);
    }

    /** Returns a column by its name, or refuses, naming the nearest and those there are. */
    public static Column<?> column(Table table, String name) {
        return column(table, name, "table");
    }

    /**
     * Returns a column of a table by its name.
     *
     * @param called what the table is in the message, where there are several: {@code test table}
     * @throws IllegalArgumentException if there is none, naming the nearest and those there are
     */
    public static Column<?> column(Table table, String name, String called) {
        for (var column : given(table, called).columns()) {
            if (column.name().equals(name)) {
                return column;
            }
        }
        if (name == null) {
            throw new IllegalArgumentException(
                    "the column's name is null; there are: "
                            + Listed.of(table.columnNames(), LISTED));
        }
        throw NoColumn.of(table, name, called);
    }

    /** Returns whether something was refused because a table has no such column. */
    public static boolean isLacking(IllegalArgumentException refused, String column) {
        return NoColumn.is(refused, column);
    }

    /**
     * Returns the table itself.
     *
     * @throws IllegalArgumentException if it is null
     */
    public static Table given(Table table) {
        return given(table, "table");
    }

    private static Table given(Table table, String called) {
        if (table == null) {
            throw new IllegalArgumentException(
                    "the " + called + " is null; run the cell that makes it first");
        }
        return table;
    }

    /**
     * Returns rows by their numbers, in the order given and as often as given.
     *
     * @throws IllegalArgumentException if there is no row of such a number, naming it
     */
    public static Table rows(Table table, int[] rows) {
        return NumberedRows.of(given(table), Given.given(rows, "rows"));
    }

    /**
     * Sorts the rows by columns; a minus before a name begins with the most. Rows that miss a value are the last of all either
     * way, and equal ones stay as they stood: Tablesaw's {@code sortOn} takes a missing number for the least, or the most.
     *
     * <pre>{@code
     * Tables.sort(train, "-age", "name")
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no such column, naming the nearest
     */
    public static Table sort(Table table, String... columns) {
        var names = List.of(Given.given(columns, "columns"));
        if (names.isEmpty()) {
            throw new IllegalArgumentException("name a column to sort by, such as \"-age\"");
        }
        return ChosenRows.all(given(table)).sorted(table, names).copy(table);
    }

    /** Returns how many rows have each value of a column, the twenty most frequent first, in words: {@code 269 × 0, 31 × 1}. */
    public static String counts(Table table, String name) {
        return ValueCounts.words(column(table, name));
    }

    /** Returns true if a cell is empty: Tablesaw takes an empty text that was set later for one that is there. */
    public static boolean isMissing(Column<?> column, int row) {
        return column.isMissing(row)
                || column instanceof StringColumn texts && texts.get(row).isEmpty();
    }

    /** Returns how many cells of a column are empty. */
    public static int countMissing(Column<?> column) {
        int missing = 0;
        for (int row = 0; row < column.size(); row++) {
            missing += isMissing(column, row) ? 1 : 0;
        }
        return missing;
    }

    /**
     * Returns the numbers of a column as an algorithm computes with them; a missing one is NaN.
     *
     * @throws IllegalArgumentException naming a whole number that no double is: beside it there would be another
     */
    public static double[] doubles(NumericColumn<?> column) {
        return ExactDoubles.of(column);
    }

    /**
     * Returns a cell as the name of a class or of a level: a whole number has the same one in a column of any numbers,
     * {@code 3}, and all its digits in one of longs.
     */
    public static String level(Column<?> column, int row) {
        return LevelNames.of(column, row);
    }

    /** Returns levels of a column in order: those of numbers as numbers, all others as texts. */
    public static List<String> sorted(Collection<String> levels, Column<?> column) {
        return LevelNames.sorted(levels, column);
    }

    /** Returns what a column holds, in words: {@code text}, {@code dates}, {@code whole numbers}. */
    public static String kind(Column<?> column) {
        return ColumnKinds.words(column.type());
    }

    static String named(Table table) {
        var name = table.name();
        return name == null || name.isEmpty() ? "" : " '" + name + "'";
    }
}
