package himalia.sampling.drawing;

import himalia.table.ExactDoubles;
import himalia.table.LevelCodes;
import himalia.table.Moments;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The values of a column, few enough to be compared: those that come most, or the quarters of its numbers.
 *
 * @param names the values; the last may be all others, or those that are missing
 * @param others the place of all others, or -1
 * @param missing the place of those that are missing, or -1
 * @param edges where numbers are cut; empty for values
 */
record ValueParts(String column, List<String> names, int others, int missing, double[] edges) {
    private static final int NONE = -1;
    private static final int FEWEST_DIGITS = 4;

    /** As many tell any two numbers apart. */
    private static final int MOST_DIGITS = 17;

    private static final int FEW_NUMBERS = 10;
    private static final int MOST_VALUES = 20;

    /** Of values of fewer rows than that, which all come as often, none is kept for standing first. */
    private static final int OFTEN = 5;

    private static final String OTHERS = "(others)";
    private static final String MISSING = "(missing)";

    static List<String> columns(Table table) {
        return table.columns().stream()
                .filter(
                        column ->
                                column instanceof StringColumn texts && !areKeys(texts)
                                        || column instanceof BooleanColumn
                                        || areOrdered(column))
                .map(Column::name)
                .toList();
    }

    /** Texts that name rows: of these a sample has some, and lacks all others. */
    private static boolean areKeys(StringColumn texts) {
        return texts.size() > MOST_VALUES
                && texts.countUnique() > MOST_VALUES
                && of(texts).names().equals(List.of(OTHERS));
    }

    /** Numbers, dates and times of a date, of which quarters can be made. */
    private static boolean areOrdered(Column<?> column) {
        return column instanceof NumericColumn<?> || Moments.areDated(column);
    }

    private static double[] numbers(Column<?> column) {
        return column instanceof NumericColumn<?> numbers
                ? ExactDoubles.near(numbers)
                : Moments.of(column);
    }

    static ValueParts of(Column<?> column) {
        if (areOrdered(column)) {
            return LevelCodes.few(column, FEW_NUMBERS)
                    .map(levels -> most(column, levels))
                    .orElseGet(() -> quarters(column));
        }
        return most(column, LevelCodes.of(column));
    }

    private static ValueParts most(Column<?> column, LevelCodes levels) {
        var all = levels.levels();
        var counts = levels.counts();
        var often =
                IntStream.range(0, counts.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(level -> -counts[level]))
                        .toList();
        int next = counts.length > MOST_VALUES ? counts[often.get(MOST_VALUES)] : 0;
        var names =
                new ArrayList<>(
                        often.stream()
                                .limit(MOST_VALUES)
                                .filter(level -> counts[level] >= Math.min(OFTEN, next + 1))
                                .map(all::get)
                                .toList());
        int others = counts.length > MOST_VALUES ? names.size() : NONE;
        if (others != NONE) {
            names.add(OTHERS);
        }
        return of(column, names, others, levels.hasMissing(), new double[0]);
    }

    private static ValueParts of(
            Column<?> column, List<String> names, int others, boolean isMissing, double[] edges) {
        int missing = isMissing ? names.size() : NONE;
        if (isMissing) {
            names.add(MISSING);
        }
        return new ValueParts(column.name(), List.copyOf(names), others, missing, edges);
    }

    private static ValueParts quarters(Column<?> column) {
        var values = numbers(column);
        var sorted = Arrays.stream(values).filter(x -> !Double.isNaN(x)).sorted().toArray();
        var cuts = new TreeSet<Double>();
        for (int quarter = 1; quarter < 4; quarter++) {
            cuts.add(sorted[sorted.length * quarter / 4]);
        }
        var edges = cuts.stream().mapToDouble(cut -> cut).toArray();
        // Nothing lies below a least value that comes more often than every fourth time: it is a
        // part of its own.
        boolean isLeast = edges[0] == sorted[0];
        var texts = texts(column, values, edges);
        var names = new ArrayList<String>();
        names.add((isLeast ? "" : "below ") + texts.get(0));
        for (int i = 0; i < edges.length; i++) {
            var from = texts.get(i);
            var rest = i + 1 < edges.length ? " to below " + texts.get(i + 1) : "";
            if (isLeast && i == 0) {
                names.add("above " + from + rest);
            } else {
                names.add(from + (rest.isEmpty() ? " and more" : rest));
            }
        }
        edges[0] = isLeast ? Math.nextUp(edges[0]) : edges[0];
        return of(column, names, NONE, sorted.length < column.size(), edges);
    }

    /** Returns edges as they are written: dates as the column has them. */
    private static List<String> texts(Column<?> column, double[] values, double[] edges) {
        int digits = digits(edges);
        return Arrays.stream(edges)
                .mapToObj(
                        edge ->
                                column instanceof NumericColumn<?>
                                        ? number(edge, digits)
                                        : column.getString(
                                                IntStream.range(0, values.length)
                                                        .filter(row -> values[row] == edge)
                                                        .findFirst()
                                                        .orElseThrow()))
                .toList();
    }

    /** Returns how many digits tell the edges apart. */
    private static int digits(double[] edges) {
        int digits = FEWEST_DIGITS;
        while (digits < MOST_DIGITS && !areTold(edges, digits)) {
            digits++;
        }
        return digits;
    }

    private static boolean areTold(double[] edges, int digits) {
        return Arrays.stream(edges).mapToObj(edge -> number(edge, digits)).distinct().count()
                == edges.length;
    }

    private static String number(double value, int digits) {
        return value == Math.rint(value) && Math.abs(value) < 1e18
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%." + digits + "g", value);
    }

    /** Sums up the weights of the rows of each value; one that nobody has named is among the others, if there are any. */
    double[] sums(Column<?> values, IntToDoubleFunction weight) {
        var sums = new double[names.size()];
        var places = places(values);
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0) {
                sums[places[row]] += weight.applyAsDouble(row);
            }
        }
        return sums;
    }

    /** Refuses numbers beside dates: neither lies in the quarters of the other. */
    void checkKind(Column<?> all, Column<?> sampled) {
        boolean areAlike = Moments.areDated(all) == Moments.areDated(sampled);
        if (edges.length > 0 && !(areAlike && areOrdered(sampled))) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s in the table and %s in the sample; read both alike"
                            .formatted(column, Tables.kind(all), Tables.kind(sampled)));
        }
    }

    /** Refuses what the table does not have: it is no sample of it. */
    void checkKnown(Column<?> sampled) {
        var places = places(sampled);
        for (int row = 0; row < places.length; row++) {
            if (places[row] < 0) {
                throw new IllegalArgumentException(
                        "row %d of the sample has %s in column '%s', and no row of the table has; is the sample drawn from that table, and is it named first?"
                                .formatted(
                                        row,
                                        Tables.isMissing(sampled, row)
                                                ? "nothing"
                                                : "'" + Tables.level(sampled, row) + "'",
                                        column));
            }
        }
    }

    /** Returns of each row the place of its value among the names, below 0 where it has none. */
    int[] places(Column<?> values) {
        var places = new HashMap<String, Integer>();
        for (int place = 0; place < names.size(); place++) {
            if (place != others && place != missing) {
                places.put(names.get(place), place);
            }
        }
        var numbers = edges.length > 0 ? numbers(values) : new double[0];
        var found = new int[values.size()];
        for (int row = 0; row < found.length; row++) {
            found[row] =
                    Tables.isMissing(values, row)
                            ? missing
                            : edges.length > 0
                                    ? place(numbers[row])
                                    : places.getOrDefault(Tables.level(values, row), others);
        }
        return found;
    }

    private int place(double value) {
        int found = Arrays.binarySearch(edges, value);
        return found >= 0 ? found + 1 : -found - 1;
    }
}
