package himalia.sampling;

import himalia.display.bundle.Amount;
import himalia.display.bundle.InterruptCheck;
import himalia.table.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * Where a row lies in a picture: by two columns of numbers as they are, or by the first two principal components of several. It is
 * linear, so what lies between two rows lies between their places.
 *
 * @param columns the columns of numbers
 * @param middle of each the value in the middle of the picture
 * @param ways of each axis what a step in each column adds to it
 * @param labels of both axes
 */
record Plane(List<String> columns, double[] middle, double[][] ways, List<String> labels) {
    /** Principal components are as good of so many rows as of all. */
    private static final int SAMPLE = 1000;

    private static final int ROUNDS = 100;

    /**
     * Takes the columns of numbers.
     *
     * @param voted those that are axes only where there are not two others
     */
    static Plane of(Table table, String label, List<String> voted, long seed) {
        var numbers =
                table.columns().stream()
                        .filter(column -> column instanceof NumericColumn<?>)
                        .map(column -> column.name())
                        .filter(name -> !name.equals(label))
                        .toList();
        var others = numbers.stream().filter(name -> !voted.contains(name)).toList();
        var columns = others.size() < 2 ? numbers : others;
        if (columns.size() < 2) {
            throw new IllegalArgumentException(
                    "no picture: it needs two columns of numbers besides the label '%s', and the table has %s"
                            .formatted(
                                    label,
                                    columns.isEmpty()
                                            ? "none"
                                            : Amount.of(columns.size(), "column") + " of them"));
        }
        return columns.size() == 2
                ? new Plane(columns, new double[2], new double[][] {{1, 0}, {0, 1}}, columns)
                : principal(table, columns, Seeds.random(seed));
    }

    /** Returns where a row lies; NaN where it misses one of two numbers, in the middle where it misses one of many. */
    double[] place(List<? extends NumericColumn<?>> cells, int row) {
        var place = new double[2];
        for (var j = 0; j < middle.length; j++) {
            var value = value(cells.get(j), row);
            var moved = Double.isNaN(value) && middle.length > 2 ? 0 : value - middle[j];
            for (var axis = 0; axis < 2; axis++) {
                place[axis] += ways[axis][j] == 0 ? 0 : ways[axis][j] * moved;
            }
        }
        return place;
    }

    /** Returns whether a row misses no number: one that misses one of two has no place, one that misses one of many lies by the others. */
    boolean isWhole(List<? extends NumericColumn<?>> cells, int row) {
        return cells.stream().noneMatch(cell -> Double.isNaN(value(cell, row)));
    }

    /** Says where rows are that miss a number, in a few words; none where there are none. */
    String lacking(long rows) {
        if (rows == 0) {
            return "";
        }
        return columns.size() == 2
                ? "; not drawn: %s without a finite number in %s"
                        .formatted(Amount.of(rows, "row"), String.join(" or ", columns))
                : "; %s without a finite number in some column, drawn as if it were the mean"
                        .formatted(Amount.of(rows, "row"));
    }

    /** Returns the columns of a table by which its rows have places: looked up once, for a table looks through all of them. */
    List<? extends NumericColumn<?>> cells(Table table) {
        return cells(table, columns);
    }

    private static List<? extends NumericColumn<?>> cells(Table table, List<String> columns) {
        var byName = new HashMap<String, NumericColumn<?>>();
        for (var column : table.columns()) {
            if (column instanceof NumericColumn<?> numbers) {
                byName.put(column.name(), numbers);
            }
        }
        return columns.stream().map(name -> Objects.requireNonNull(byName.get(name))).toList();
    }

    private static double value(NumericColumn<?> column, int row) {
        var value = column.isMissing(row) ? Double.NaN : column.getDouble(row);
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static Plane principal(Table table, List<String> columns, Random random) {
        var chosen =
                ResamplingPicture.some(
                        IntStream.range(0, table.rowCount()).toArray(), SAMPLE, random);
        var rows = new double[chosen.length][columns.size()];
        var middle = new double[columns.size()];
        var scale = new double[columns.size()];
        var cells = cells(table, columns);
        for (var j = 0; j < middle.length; j++) {
            for (var i = 0; i < rows.length; i++) {
                rows[i][j] = value(cells.get(j), chosen[i]);
            }
            scale[j] = standardise(rows, j, middle);
        }
        var found = new ArrayList<double[]>();
        var labels = new ArrayList<String>();
        var all = Arrays.stream(rows).mapToDouble(row -> product(row, row)).sum();
        for (var k = 1; k <= 2; k++) {
            var way = direction(rows, found, random);
            var told = Arrays.stream(rows).mapToDouble(row -> square(product(row, way))).sum();
            found.add(way);
            labels.add(
                    "principal component %d of %d columns, %.0f %%"
                            .formatted(k, columns.size(), all == 0 ? 0 : 100 * told / all));
        }
        var ways =
                found.stream()
                        .map(
                                way ->
                                        IntStream.range(0, way.length)
                                                .mapToDouble(j -> way[j] * scale[j])
                                                .toArray())
                        .toArray(double[][]::new);
        return new Plane(columns, middle, ways, labels);
    }

    /** Brings a column to mean 0 and deviation 1, what is missing to 0; returns the factor, 0 of a constant column. */
    private static double standardise(double[][] rows, int column, double[] middle) {
        var known =
                Arrays.stream(rows).mapToDouble(row -> row[column]).filter(v -> !Double.isNaN(v));
        var values = known.toArray();
        var mean = Arrays.stream(values).average().orElse(0);
        var variance = Arrays.stream(values).map(v -> square(v - mean)).average().orElse(0);
        var factor = variance > 0 && variance < Double.MAX_VALUE ? 1 / Math.sqrt(variance) : 0;
        for (var row : rows) {
            row[column] =
                    Double.isNaN(row[column]) || factor == 0 ? 0 : (row[column] - mean) * factor;
        }
        middle[column] = mean;
        return factor;
    }

    /** The direction in which rows differ most, at right angles to those that are found. */
    private static double[] direction(double[][] rows, List<double[]> found, Random random) {
        var way = random.doubles(rows[0].length, -1, 1).toArray();
        var interrupt = new InterruptCheck();
        for (var round = 0; round < ROUNDS; round++) {
            interrupt.ask();
            var next = new double[way.length];
            for (var row : rows) {
                var along = product(row, way);
                for (var j = 0; j < next.length; j++) {
                    next[j] += along * row[j];
                }
            }
            for (var before : found) {
                var along = product(next, before);
                for (var j = 0; j < next.length; j++) {
                    next[j] -= along * before[j];
                }
            }
            var length = Math.sqrt(product(next, next));
            if (!(length > 1e-9)) {
                return new double[way.length];
            }
            way = Arrays.stream(next).map(v -> v / length).toArray();
        }
        var largest = Arrays.stream(way).reduce(0, (a, b) -> Math.abs(b) > Math.abs(a) ? b : a);
        return largest < 0 ? Arrays.stream(way).map(v -> -v).toArray() : way;
    }

    private static double product(double[] one, double[] other) {
        var sum = 0.0;
        for (var j = 0; j < one.length; j++) {
            sum += one[j] * other[j];
        }
        return sum;
    }

    private static double square(double value) {
        return value * value;
    }
}
