package himalia.table;

import static himalia.display.bundle.Given.given;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A table's rows by hours, days, months: groups of equal length in time, empty ones too.
 *
 * <pre>{@code
 * Resample.of(train, "date", java.time.temporal.ChronoUnit.MONTHS).agg(Aggregate.sum("amount"), Aggregate.count())
 * Resample.of(train, "date", Duration.ofMinutes(15)).size()
 * }</pre>
 *
 * <p>A group is named by its beginning, which it holds, and ends before the next: pandas' {@code closed="left", label="left"}.
 * Weeks begin on Monday; the first and last of a group are so in time. Points in time with a zone are counted in UTC.
 */
public final class Resample {
    /** More groups than anybody reads: the unit is another one than was meant. */
    private static final int MOST = 1_000_000;

    private Resample() {}

    /**
     * Groups by a unit of the calendar.
     *
     * @param column dates, or points in time
     * @param unit from nanoseconds to years
     * @throws IllegalArgumentException if the column holds no times, misses one, or holds dates and the unit is shorter than a day
     */
    public static GroupBy of(Table table, String column, ChronoUnit unit) {
        given(unit, "unit", "give one, such as ChronoUnit.DAYS");
        var times = Tables.column(table, column);
        return new GroupBy(groups(table, times, TimeSteps.of(times, unit)));
    }

    /**
     * Groups by a length of time, counted from midnight before the first row.
     *
     * @throws IllegalArgumentException as the other does, and if the length is none
     */
    public static GroupBy of(Table table, String column, Duration length) {
        given(length, "length", "give one, such as Duration.ofMinutes(15)");
        var times = Tables.column(table, column);
        return new GroupBy(groups(table, times, TimeSteps.of(times, length)));
    }

    /** Returns the rows as time goes; those of one time stay in their order. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static int[] byTime(Column<?> times) {
        return IntStream.range(0, times.size())
                .boxed()
                .sorted((one, other) -> ((Comparable) times.get(one)).compareTo(times.get(other)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static RowGroups groups(Table table, Column<?> column, TimeSteps times) {
        long[] steps = times.steps();
        if (steps.length == 0) {
            return new RowGroups(
                    table, Table.create("", times.beginnings(0, -1)), new int[0], new int[0]);
        }
        var range = LongStream.of(steps).summaryStatistics();
        long first = range.getMin();
        long last = range.getMax();
        long count = last - first + 1;
        if (count > MOST) {
            throw new IllegalArgumentException(
                    "from %s to %s there are %,d %s; at most %,d groups are made, so take a longer unit"
                            .formatted(
                                    times.beginning(first),
                                    times.beginning(last),
                                    count,
                                    times.words(),
                                    MOST));
        }
        int[] groups = new int[steps.length];
        for (int row = 0; row < groups.length; row++) {
            groups[row] = (int) (steps[row] - first);
        }
        return new RowGroups(
                table, Table.create("", times.beginnings(first, last)), groups, byTime(column));
    }
}
