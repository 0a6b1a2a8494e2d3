package himalia.table;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.LongColumn;
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
 * }</pre>
 */
public final class Tables {
    /** A table of a thousand columns must not fill the screen. */
    private static final int LISTED = 20;

    private Tables() {}

    /**
     * Returns a column by its name.
     *
     * @throws IllegalArgumentException if there is none, naming the nearest and those there are
     */
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
        throw noColumn(table, name, called);
    }

    private static IllegalArgumentException noColumn(Table table, String name, String called) {
        var names = table.columnNames();
        boolean isNamed = !named(table).isEmpty() || !called.equals("table");
        return new IllegalArgumentException(
                names.isEmpty()
                        ? "no column '%s': %s%s has no columns"
                                .formatted(name, called, named(table))
                        : "no column '%s'%s%s There are: %s"
                                .formatted(
                                        name,
                                        isNamed ? " in " + called + named(table) : "",
                                        Nearest.to(name, names)
                                                .map(near -> "; did you mean '" + near + "'?")
                                                .orElse("."),
                                        Listed.of(names, LISTED)));
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

    /** Returns rows by their numbers, in the order given and as often as given. */
    public static Table rows(Table table, int[] rows) {
        var chosen = Table.create(table.name());
        for (var column : table.columns()) {
            chosen.addColumns(column.subset(rows));
        }
        return chosen;
    }

    /** Returns how many rows have each value of a column, most first, in words: {@code 269 × 0, 31 × 1}. */
    public static String counts(Table table, String name) {
        var counts = new LinkedHashMap<String, Integer>();
        var column = column(table, name);
        for (var row = 0; row < column.size(); row++) {
            counts.merge(
                    isMissing(column, row) ? "missing" : column.getString(row), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(entry -> "%,d × %s".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
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
        var values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isMissing(row) ? Double.NaN : column.getDouble(row);
            if (column instanceof LongColumn whole
                    && !whole.isMissing(row)
                    && !isExact(whole.getLong(row), values[row])) {
                throw new IllegalArgumentException(
                        "column '%1$s' holds %2$d in row %3$d, which would be computed with as %4$.0f: leave it out with table.rejectColumns(\"%1$s\") if it is a key, or count it from some other value"
                                .formatted(column.name(), whole.getLong(row), row, values[row]));
            }
        }
        return values;
    }

    /** The largest long is none of the doubles, and one past it is cast back to it. */
    private static boolean isExact(long whole, double value) {
        return (long) value == whole && value < 0x1p63;
    }

    /**
     * Returns a cell as the name of a class or of a level: a whole number has the same one in a column of any numbers,
     * {@code 3}, and all its digits in one of longs.
     */
    public static String level(Column<?> column, int row) {
        if (column instanceof BooleanColumn flags) {
            return Boolean.toString(flags.getByte(row) == 1);
        }
        if (column instanceof LongColumn numbers) {
            return Long.toString(numbers.getLong(row));
        }
        if (column instanceof NumericColumn<?> numbers) {
            double value = numbers.getDouble(row);
            return value == (long) value ? Long.toString((long) value) : Double.toString(value);
        }
        return String.valueOf(column.get(row));
    }

    /** Returns levels of a column in order: those of numbers as numbers, all others as texts. */
    public static List<String> sorted(Collection<String> levels, Column<?> column) {
        Comparator<String> order =
                column instanceof NumericColumn<?>
                        ? Comparator.comparingDouble(Double::parseDouble)
                                // Longs that are one to a double.
                                .thenComparing(Tables::compareDigits)
                        : Comparator.naturalOrder();
        return levels.stream().sorted(order).toList();
    }

    private static int compareDigits(String one, String other) {
        return one.equals(other) ? 0 : new BigDecimal(one).compareTo(new BigDecimal(other));
    }

    /** Returns what a column holds, in words: {@code text}, {@code dates}, {@code whole numbers}. */
    public static String kind(Column<?> column) {
        return switch (column.type().name()) {
            case "STRING" -> "text";
            case "BOOLEAN" -> "true and false";
            case "LOCAL_DATE" -> "dates";
            case "LOCAL_TIME" -> "times";
            case "LOCAL_DATE_TIME", "INSTANT" -> "points in time";
            case "SHORT", "INTEGER", "LONG" -> "whole numbers";
            case "FLOAT", "DOUBLE" -> "numbers";
            default -> column.type().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String named(Table table) {
        var name = table.name();
        return name == null || name.isEmpty() ? "" : " '" + name + "'";
    }
}
