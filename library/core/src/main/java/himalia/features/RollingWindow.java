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
            var own = Arrays.stream(group).mapToDouble(row -> numbers[row]).toArray();
            var done = windows(own);
            for (int i = 0; i < group.length; i++) {
                made[group[i]] = done[i];
            }
        }
        return RowSequence.with(table, Map.of(name(), made));
    }

    private String name() {
        return "%s_%s_%s".formatted(column, of.name().toLowerCase(Locale.ROOT), rows);
    }

    /**
     * Returns what the numbers before each one come to. The row of numbers is cut into blocks as long as the window, which
     * so is the end of one block and the beginning of the next: each number is looked at twice, however long the window.
     */
    private double[] windows(double[] numbers) {
        int count = numbers.length;
        var here = new double[count];
        var untilHere = new double[count];
        var fromHere = new double[count];
        var present = new int[count + 1];
        for (int i = 0; i < count; i++) {
            boolean isMissing = Double.isNaN(numbers[i]);
            here[i] = isMissing ? nothing() : numbers[i];
            present[i + 1] = present[i] + (isMissing ? 0 : 1);
            untilHere[i] = i % rows == 0 ? here[i] : together(untilHere[i - 1], here[i]);
        }
        for (int i = count - 1; i >= 0; i--) {
            boolean isLast = i == count - 1 || (i + 1) % rows == 0;
            fromHere[i] = isLast ? here[i] : together(here[i], fromHere[i + 1]);
        }
        var made = new double[count];
        for (int i = 0; i < count; i++) {
            int from = Math.max(0, i - rows);
            int many = present[i] - present[from];
            double all = nothing();
            if (i > 0) {
                all =
                        from % rows == 0
                                ? untilHere[i - 1]
                                : together(fromHere[from], untilHere[i - 1]);
            }
            made[i] = of == Of.COUNT ? many : many == 0 ? Double.NaN : value(all, many);
        }
        return made;
    }

    private double value(double all, int many) {
        return of == Of.MEAN ? all / many : all;
    }

    private double together(double one, double other) {
        return switch (of) {
            case MIN -> Math.min(one, other);
            case MAX -> Math.max(one, other);
            default -> one + other;
        };
    }

    private double nothing() {
        return switch (of) {
            case MIN -> Double.POSITIVE_INFINITY;
            case MAX -> Double.NEGATIVE_INFINITY;
            default -> 0;
        };
    }

    /**
     * Returns the same as a query in DuckDB's SQL, where no two rows of a group have the same place in the order: those stand in
     * any order there, and here as they stood.
     *
     * @param from what stands behind FROM, in SQL
     */
    public String sql(String from) {
        var function = of == Of.MEAN ? "avg" : of.name().toLowerCase(Locale.ROOT);
        var frame = " ROWS BETWEEN %s PRECEDING AND 1 PRECEDING".formatted(rows);
        return SqlText.adding(
                Map.of(
                        name(),
                        "%s(%s) %s"
                                .formatted(
                                        function,
                                        SqlText.number(column),
                                        RowSequence.over(order, groups, frame))),
                NewColumns.free(given(from, "from"), List.of(name()), "RollingWindow"));
    }
}
