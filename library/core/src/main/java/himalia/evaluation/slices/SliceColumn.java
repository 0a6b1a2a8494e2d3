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
import java.util.stream.DoubleStream;
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

    /** As many name an edge, or more where rows lie between it and what it is called. */
    private static final int DIGITS = 6;

    /** No two numbers agree in so many. */
    private static final int MOST_DIGITS = 17;

    static SliceColumn of(Table table, String name) {
        var column = Tables.column(table, name);
        boolean isCut =
                column instanceof NumericColumn<?> numbers
                        && there(Tables.doubles(numbers)).distinct().count() > MOST_VALUES;
        return new SliceColumn(name, isCut ? quarters((NumericColumn<?>) column) : values(column));
    }

    private static DoubleStream there(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value));
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
        var sorted = there(values).sorted().toArray();
        var edges = edges(sorted);
        var rows = new ArrayList<List<Integer>>();
        IntStream.rangeClosed(0, edges.length).forEach(i -> rows.add(new ArrayList<>()));
        var missing = new ArrayList<Integer>();
        for (int row = 0; row < values.length; row++) {
            (Double.isNaN(values[row]) ? missing : rows.get(quarter(edges, values[row]))).add(row);
        }
        var texts = Arrays.stream(edges).mapToObj(edge -> text(edge, sorted)).toList();
        var slices = new LinkedHashMap<String, int[]>();
        for (int i = 0; i <= edges.length; i++) {
            slices.put(within(column.name(), texts, i), numbers(rows.get(i)));
        }
        return withMissing(slices, column.name(), numbers(missing));
    }

    /** Quartiles between which there are values, and behind the last one, too: a slice of nothing is none. */
    private static double[] edges(double[] sorted) {
        var edges = new ArrayList<Double>();
        int before = 0;
        for (int i = 1; i < QUARTERS; i++) {
            double edge = Quantile.of(sorted, (double) i / QUARTERS);
            int upTo = upTo(sorted, edge);
            if (upTo > before && upTo < sorted.length) {
                edges.add(edge);
            }
            before = upTo;
        }
        return edges.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static int quarter(double[] edges, double value) {
        return (int) Arrays.stream(edges).filter(edge -> edge < value).count();
    }

    private static String within(String name, List<String> edges, int quarter) {
        if (edges.isEmpty()) {
            return name + " is there";
        }
        if (quarter == 0) {
            return name + " ≤ " + edges.get(0);
        }
        var above = edges.get(quarter - 1);
        return quarter == edges.size()
                ? name + " > " + above
                : above + " < " + name + " ≤ " + edges.get(quarter);
    }

    private static String text(double edge, double[] sorted) {
        for (int digits = DIGITS; digits < MOST_DIGITS; digits++) {
            var text = text(edge, new MathContext(digits));
            if (upTo(sorted, Double.parseDouble(text)) == upTo(sorted, edge)) {
                return text;
            }
        }
        return text(edge, new MathContext(MOST_DIGITS));
    }

    private static int upTo(double[] sorted, double edge) {
        return (int) Arrays.stream(sorted).filter(value -> value <= edge).count();
    }

    private static String text(double edge, MathContext digits) {
        if (Double.isInfinite(edge)) {
            return String.valueOf(edge);
        }
        var rounded = BigDecimal.valueOf(edge).round(digits).stripTrailingZeros();
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
