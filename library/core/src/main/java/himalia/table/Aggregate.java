package himalia.table;

import static himalia.display.bundle.Given.given;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * One number, date or text out of the values of a column, for each group of rows.
 *
 * <pre>{@code
 * GroupBy.of(train, "city").agg(Aggregate.mean("age"), Aggregate.count().as("people"))
 * Pivot.table(train, "city", "plan", Aggregate.median("income"))
 * }</pre>
 *
 * <p>They mean what pandas' functions of the same names do: missing values count for nothing, the sum of none is 0, and
 * whatever else has no value is missing.
 *
 * @param column the column whose values are taken; empty where rows are counted
 * @param name the column of the result
 * @param function from the group's values, in their order, to the one; null says that there is none
 */
public record Aggregate(
        String column, String name, Function<Column<?>, @Nullable Object> function) {
    public Aggregate {
        given(column, "column", "name a column, such as \"age\"");
        given(name, "name", "name the column that is made, such as \"mean_age\"");
        given(function, "function", "give one, such as values -> values.size()");
    }

    /** An aggregate of one's own, in a column of the same name: {@code Aggregate.of("age", ages -> ages.get(0))}. */
    public static Aggregate of(String column, Function<Column<?>, @Nullable Object> function) {
        return new Aggregate(column, column, function);
    }

    /** How many rows there are, as the column {@code count}. */
    public static Aggregate count() {
        return new Aggregate("", "count", Reduction.count(Column::size));
    }

    /** How many values are there that are not missing. */
    public static Aggregate count(String column) {
        return of(column, Reduction.count(values -> values.size() - Tables.countMissing(values)));
    }

    /** The sum: a long of whole numbers, else a double. */
    public static Aggregate sum(String column) {
        return of(column, Reduction.sum());
    }

    /** The mean. */
    public static Aggregate mean(String column) {
        return of(column, Reduction.real(Totals::mean));
    }

    /** The value in the middle, or between the two there. */
    public static Aggregate median(String column) {
        return quantile(column, 0.5);
    }

    /** The value below which that share of the others lies, from 0 to 1; between two it lies on the line from one to the other. */
    public static Aggregate quantile(String column, double share) {
        Columns.checkShare(share);
        return of(
                column,
                Reduction.real(
                        values -> Totals.number(Columns.quantile(Totals.numbers(values), share))));
    }

    /** The standard deviation of a sample, {@code n - 1} below; of one value there is none. */
    public static Aggregate std(String column) {
        return of(
                column,
                Reduction.real(
                        values -> {
                            var variance = Totals.variance(values);
                            return variance == null ? null : Math.sqrt(variance);
                        }));
    }

    /** The variance of a sample, {@code n - 1} below; of one value there is none. */
    public static Aggregate var(String column) {
        return of(column, Reduction.real(Totals::variance));
    }

    /** The least, of numbers, dates, times and texts. */
    public static Aggregate min(String column) {
        return of(column, values -> Totals.extreme(values, -1));
    }

    /** The greatest, of numbers, dates, times and texts. */
    public static Aggregate max(String column) {
        return of(column, values -> Totals.extreme(values, 1));
    }

    /** The first value that is not missing. */
    public static Aggregate first(String column) {
        return of(column, values -> Totals.end(values, 0, 1));
    }

    /** The last value that is not missing. */
    public static Aggregate last(String column) {
        return of(column, values -> Totals.end(values, values.size() - 1, -1));
    }

    /** How many different values there are. */
    public static Aggregate nunique(String column) {
        return of(column, Reduction.count(Totals::different));
    }

    /** Returns the column of a table that it is made of; where rows are counted, any. */
    Column<?> from(Table table) {
        return column.isEmpty() ? table.columns().get(0) : Tables.column(table, column);
    }

    /** Returns a column of what it has made of one: of its own type where no value tells. */
    Column<?> column(Column<?> from, String name, List<? extends @Nullable Object> made) {
        return ValuesColumn.like(
                made.stream().allMatch(Objects::isNull) ? none(from, made.isEmpty()) : from,
                name,
                made);
    }

    private Column<?> none(Column<?> from, boolean isAsked) {
        if (function instanceof Reduction ours) {
            return ours.makes().apply(from).create("");
        }
        // What it makes of nothing is of the kind that it makes.
        var ofNone = isAsked ? function.apply(from.emptyCopy()) : null;
        return ofNone == null
                ? from
                : ValuesColumn.of("aggregate", name, List.of(ofNone), Optional.empty());
    }

    /** Whether its name was chosen, and is not the one it has by itself. */
    boolean isNamed() {
        return !name.equals(column.isEmpty() ? "count" : column);
    }

    /** Returns the same in a column of another name. */
    public Aggregate as(String name) {
        return new Aggregate(column, name, function);
    }
}
