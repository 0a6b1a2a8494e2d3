package himalia.display.chart;

import himalia.display.chart.data.Aggregate;
import himalia.display.chart.data.Columns;
import himalia.display.chart.data.DataColumn;
import himalia.display.chart.data.Group;
import himalia.display.chart.mark.Moments;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a chart from a table is to show: which columns, which rows, and how they are taken together. Steps make new ones. */
public final class Plan {
    /** More colours than these nobody tells apart. */
    static final int MOST_SERIES = 16;

    final Columns table;
    final int[] rows;
    final Dress dress;
    final @Nullable String x;
    final List<String> ys;
    final @Nullable String by;
    final @Nullable ChronoUnit unit;
    final @Nullable Aggregate aggregate;

    /** All rows that the panels beside each other show, where these are those of one panel. */
    final Whole whole;

    /**
     * What panels have in common.
     *
     * @param rows those of all panels
     * @param largest how many the largest panel has
     */
    record Whole(int[] rows, int largest) {
        @Override
        public boolean equals(Object other) {
            throw new UnsupportedOperationException("rows are never compared");
        }

        @Override
        public int hashCode() {
            throw new UnsupportedOperationException("rows are never compared");
        }
    }

    private Plan(
            Columns table,
            int[] rows,
            Dress dress,
            @Nullable String x,
            List<String> ys,
            @Nullable String by,
            @Nullable ChronoUnit unit,
            @Nullable Aggregate aggregate,
            Whole whole) {
        this.table = table;
        this.rows = rows;
        this.dress = dress;
        this.x = x;
        this.ys = List.copyOf(ys);
        this.by = by;
        this.unit = unit;
        this.aggregate = aggregate;
        this.whole = whole;
    }

    static Plan of(Iterable<?> rows) {
        var table = Columns.of(rows);
        var all = new int[table.size()];
        Arrays.setAll(all, i -> i);
        var whole = new Whole(all, all.length);
        return new Plan(table, all, Dress.PLAIN, null, List.of(), null, null, null, whole);
    }

    Plan x(String name) {
        return new Plan(table, rows, dress, known(name), ys, by, null, aggregate, whole);
    }

    Plan x(String name, ChronoUnit newUnit) {
        var column = table.column(known(name));
        if (column.kind() != DataColumn.Kind.TIMES) {
            throw wrong(
                    column,
                    "only times can be taken together by "
                            + newUnit.toString().toLowerCase(Locale.ROOT));
        }
        Moments.begin(0, newUnit);
        if (!column.form().holds(newUnit)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, which are not taken together by %s; take %s"
                            .formatted(
                                    name,
                                    column.form().plural(),
                                    newUnit.name(),
                                    column.form().units()));
        }
        return new Plan(table, rows, dress, name, ys, by, newUnit, aggregate, whole);
    }

    /** Adds a column to those that are measured. */
    Plan y(String name) {
        var all = new ArrayList<>(ys);
        all.add(known(name));
        return new Plan(table, rows, dress, x, all, by, unit, aggregate, whole);
    }

    Plan by(String name) {
        return new Plan(table, rows, dress, x, ys, known(name), unit, aggregate, whole);
    }

    Plan aggregate(Aggregate how) {
        return new Plan(table, rows, dress, x, ys, by, unit, how, whole);
    }

    Plan dressed(Dress newDress) {
        return new Plan(table, rows, newDress, x, ys, by, unit, aggregate, whole);
    }

    /** Returns the plan of one of several panels, the largest of which has so many rows. */
    Plan only(int[] newRows, int largest) {
        var all = new Whole(rows, largest);
        return new Plan(table, newRows, dress, x, ys, by, unit, aggregate, all);
    }

    /** Names the column that is not there in the step that asks for it. */
    private String known(String name) {
        if (name == null) {
            throw new IllegalArgumentException("the column's name is null; name one of the table");
        }
        return table.column(name).name();
    }

    /** Returns a column of amounts. */
    DataColumn numbers(String name, String what) {
        var column = table.column(name);
        if (column.isNamed() && rows.length > 0) {
            throw wrong(column, what + " needs numbers");
        }
        return column;
    }

    /** Returns a column of amounts that lie along an axis of numbers, where a time would be milliseconds since 1970. */
    DataColumn amounts(String name, String what) {
        var column = numbers(name, what);
        if (column.kind() == DataColumn.Kind.TIMES) {
            throw wrong(column, what + " needs numbers, such as the hours since a beginning");
        }
        return column;
    }

    /** Refuses what is measured where it is no amount; values of any kind can be counted. */
    Plan measured(String what) {
        if (aggregate != Aggregate.COUNT) {
            ys.forEach(y -> amounts(y, what));
        }
        return this;
    }

    /** Returns how many rows have no place along the x axis. */
    long placeless() {
        return x == null || !table.column(x).levels().isEmpty()
                ? 0
                : Arrays.stream(table.column(x).at(rows)).filter(Double::isNaN).count();
    }

    /** Returns a column of numbers that is not shown yet, for a message. */
    String anyNumbers() {
        return table.names().stream()
                .filter(name -> !name.equals(x))
                .filter(name -> table.column(name).kind() == DataColumn.Kind.NUMBERS)
                .findFirst()
                .orElse("temp");
    }

    /** Returns the x column, which such a chart cannot do without. */
    DataColumn x(String kind, String example) {
        if (x == null) {
            throw new IllegalArgumentException(
                    "a %s needs an x, such as %s; there are: %s"
                            .formatted(kind, example, String.join(", ", table.names())));
        }
        return table.column(x);
    }

    /** Returns a column as names, no more of them than a picture can show. */
    DataColumn named(String name, int most, String what) {
        var column = table.column(name);
        var named =
                unit != null && name.equals(x) ? UnitNames.of(column, unit, rows) : plain(column);
        if (named.levels().size() > most) {
            throw new IllegalArgumentException(
                    "column '%s' has %,d different values, more than the %,d that %s"
                            .formatted(name, named.levels().size(), most, what));
        }
        return named;
    }

    private static DataColumn plain(DataColumn column) {
        return column.named(
                column.kind() == DataColumn.Kind.TIMES ? column.form()::words : Plan::number);
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** Returns the rows by the names that colours stand for; one group without a name where none was asked for. */
    List<Group> groups() {
        return by == null
                ? List.of(new Group("", rows))
                : Group.of(
                        named(
                                by,
                                MOST_SERIES,
                                "colours tell apart; take fewer rows or another column"),
                        rows);
    }

    static IllegalArgumentException wrong(DataColumn column, String what) {
        return new IllegalArgumentException(
                "column '%s' holds %s; %s".formatted(column.name(), column.kind().words(), what));
    }
}
