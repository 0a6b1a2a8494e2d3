package himalia.evaluation.slices;

import himalia.table.Quantile;
import himalia.table.Tables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * A column cut into slices: one of each value, of many numbers one of each quarter.
 *
 * @param rows their numbers, by what holds of them, such as {@code city = Oslo} and {@code age > 60}
 */
record SliceColumn(String name, Map<String, int[]> rows) {
    /** Numbers of more different values are cut by quantiles. */
    private static final int MOST_VALUES = 8;

    private static final int QUARTERS = 4;
    private static final MathContext DIGITS = new MathContext(6);

    static SliceColumn of(Table table, String name) {
        var column = Tables.column(table, name);
        boolean isCut = column instanceof NumericColumn<?> && column.countUnique() > MOST_VALUES;
        return new SliceColumn(name, isCut ? quarters((NumericColumn<?>) column) : values(column));
    }

    private static Map<String, int[]> values(Column<?> column) {
        var rows = new TreeMap<String, List<Integer>>();
        var missing = new ArrayList<Integer>();
        for (int row = 0; row < column.size(); row++) {
            (Tables.isMissing(column, row)
                            ? missing
                            : rows.computeIfAbsent(
                                    Tables.level(column, row), level -> new ArrayList<>()))
                    .add(row);
        }
        var slices = new LinkedHashMap<String, int[]>();
        for (var level : Tables.sorted(rows.keySet(), column)) {
            slices.put(column.name() + " = " + level, numbers(rows.getOrDefault(level, List.of())));
        }
        return withMissing(slices, column.name(), numbers(missing));
    }

    private static Map<String, int[]> quarters(NumericColumn<?> column) {
        var values = Tables.doubles(column);
        var sorted = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        var edges =
                IntStream.range(1, QUARTERS)
                        .mapToDouble(i -> Quantile.of(sorted, (double) i / QUARTERS))
                        .distinct()
                        // Nothing lies above the most, and a slice of nothing is none.
                        .filter(edge -> edge < sorted[sorted.length - 1])
                        .toArray();
        var slices = new LinkedHashMap<String, int[]>();
        for (int i = 0; i <= edges.length; i++) {
            double above = i == 0 ? Double.NEGATIVE_INFINITY : edges[i - 1];
            double most = i == edges.length ? Double.POSITIVE_INFINITY : edges[i];
            boolean isFirst = i == 0;
            slices.put(
                    within(column.name(), above, most),
                    IntStream.range(0, values.length)
                            .filter(row -> (values[row] > above || isFirst) && values[row] <= most)
                            .toArray());
        }
        return withMissing(
                slices,
                column.name(),
                IntStream.range(0, values.length)
                        .filter(row -> Double.isNaN(values[row]))
                        .toArray());
    }

    private static String within(String name, double above, double most) {
        if (Double.isInfinite(above)) {
            return Double.isInfinite(most) ? name + " is there" : name + " ≤ " + text(most);
        }
        return Double.isInfinite(most)
                ? name + " > " + text(above)
                : text(above) + " < " + name + " ≤ " + text(most);
    }

    private static String text(double edge) {
        if (Double.isInfinite(edge)) {
            return String.valueOf(edge);
        }
        var exact = BigDecimal.valueOf(edge);
        var rounded = exact.round(DIGITS).stripTrailingZeros();
        return rounded.scale() < -6 || rounded.scale() > 9
                ? rounded.toString()
                : rounded.toPlainString();
    }

    private static Map<String, int[]> withMissing(
            Map<String, int[]> slices, String name, int[] missing) {
        if (missing.length > 0) {
            slices.put(name + " is missing", missing);
        }
        return slices;
    }

    private static int[] numbers(List<Integer> rows) {
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }
}
