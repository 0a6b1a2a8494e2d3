package himalia.features;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Adds what some rows before a row come to, in the order of a column, in each group: their mean, sum, least or most.
 *
 * <pre>{@code
 * new RollingWindow("sales", 7, RollingWindow.Of.MEAN, "day", List.of("shop")).apply(table)   // sales_mean_7
 * }</pre>
 *
 * <p>The row itself is not among them, so that nothing of what is to be predicted gets in. Missing numbers are no values; where there are
 * none, it is missing. It is no {@link Step}, as {@link Lags} is none.
 *
 * @param column a column of numbers
 * @param rows how many rows before at most
 * @param of what they come to
 * @param order the column that tells the order, such as a date
 * @param groups columns whose values keep rows apart; none for one sequence
 */
public record RollingWindow(String column, int rows, Of of, String order, List<String> groups) {
    /** What rows come to. */
    public enum Of {
        /** Their mean. */
        MEAN,
        /** Their sum. */
        SUM,
        /** The least. */
        MIN,
        /** The most. */
        MAX,
        /** How many there are. */
        COUNT
    }

    public RollingWindow {
        given(column, "column");
        given(of, "of");
        given(order, "order");
        given(groups, "groups");
        groups = List.copyOf(groups);
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, got " + rows);
        }
    }

    /** Returns the table with a column more; its rows stay as they stand. */
    public Table apply(Table table) {
        var numbers = RowSequence.numbers(Tables.given(table), column, "RollingWindow");
        var made = new double[numbers.length];
        for (var group : RowSequence.of(table, order, groups)) {
            for (int i = 0; i < group.length; i++) {
                var window =
                        Arrays.stream(group, Math.max(0, i - rows), i)
                                .mapToDouble(row -> numbers[row])
                                .filter(number -> !Double.isNaN(number))
                                .toArray();
                made[group[i]] = value(window);
            }
        }
        return RowSequence.with(table, Map.of(name(), made));
    }

    private String name() {
        return "%s_%s_%d".formatted(column, of.name().toLowerCase(Locale.ROOT), rows);
    }

    private double value(double[] window) {
        if (of == Of.COUNT) {
            return window.length;
        }
        var numbers = Arrays.stream(window);
        return switch (of) {
            case MEAN -> numbers.average().orElse(Double.NaN);
            case SUM -> window.length == 0 ? Double.NaN : numbers.sum();
            case MIN -> numbers.min().orElse(Double.NaN);
            default -> numbers.max().orElse(Double.NaN);
        };
    }

    /**
     * Returns the same as a query in DuckDB's SQL.
     *
     * @param from what stands behind FROM, in SQL
     */
    public String sql(String from) {
        var function = of == Of.MEAN ? "avg" : of.name().toLowerCase(Locale.ROOT);
        var frame = " ROWS BETWEEN %d PRECEDING AND 1 PRECEDING".formatted(rows);
        return SqlText.adding(
                Map.of(
                        name(),
                        "%s(%s) %s"
                                .formatted(
                                        function,
                                        SqlText.name(column),
                                        RowSequence.over(order, groups, frame))),
                given(from, "from"));
    }
}
