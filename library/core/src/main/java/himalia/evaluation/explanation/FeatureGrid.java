package himalia.evaluation.explanation;

import himalia.display.bundle.Amount;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.columns.Column;

/**
 * The values of a column that a model is asked for.
 *
 * @param column the column
 * @param numbers its values, where it holds numbers; else none
 * @param levels its values, where it holds texts or truths; else none
 */
record FeatureGrid(Column<?> column, double[] numbers, List<String> levels) {
    private static final double FIRST = 0.4;

    static FeatureGrid of(Column<?> column, int size, double low, double high) {
        if (size < 2 || !(low >= 0 && low < high && high <= 1)) {
            throw new IllegalArgumentException(
                    "a grid has two values at least, from one share of the rows to a larger one, got %d from %s to %s"
                            .formatted(size, low, high));
        }
        if (column instanceof StringColumn || column instanceof BooleanColumn) {
            var levels = Tables.sorted(LevelCodes.of(column).levels(), column);
            checkVaries(column, levels.size(), levels.isEmpty() ? "" : levels.get(0));
            return new FeatureGrid(column, new double[0], levels);
        }
        if (!(column instanceof NumericColumn<?> numeric)) {
            throw new IllegalArgumentException(
                    "column '%s' holds %s, along which nothing is drawn; name one of numbers, texts or truths"
                            .formatted(column.name(), Tables.kind(column)));
        }
        var sorted =
                Arrays.stream(Tables.doubles(numeric))
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
        var distinct = Arrays.stream(sorted).distinct().toArray();
        checkVaries(column, distinct.length, distinct.length == 0 ? "" : distinct[0]);
        return new FeatureGrid(
                column,
                distinct.length < size ? distinct : between(column, sorted, size, low, high),
                List.of());
    }

    private static void checkVaries(Column<?> column, int distinct, Object value) {
        if (distinct < 2) {
            throw new IllegalArgumentException(
                    distinct == 0
                            ? "column '%s' has no value in %s, and none to ask for"
                                    .formatted(column.name(), Amount.of(column.size(), "row"))
                            : "column '%s' has one value only, %s, in %s; what a model says over it is one point. Take rows in which it differs"
                                    .formatted(
                                            column.name(), value, Amount.of(column.size(), "row")));
        }
    }

    private static double[] between(
            Column<?> column, double[] sorted, int size, double low, double high) {
        double first = percentile(sorted, low);
        double last = percentile(sorted, high);
        if (!(last > first)) {
            throw new IllegalArgumentException(
                    "column '%s' is %s from share %s of the rows to share %s; take shares that are further apart, such as 0 and 1"
                            .formatted(column.name(), first, low, high));
        }
        var grid = new double[size];
        double step = (last - first) / (size - 1);
        Arrays.setAll(grid, i -> i == size - 1 ? last : first + i * step);
        return grid;
    }

    /** SciPy's {@code mquantiles}, by which scikit-learn cuts. */
    private static double percentile(double[] sorted, double share) {
        int count = sorted.length;
        double place = count * share + FIRST + share * (1 - 2 * FIRST);
        int below = (int) Math.floor(Math.max(1, Math.min(count - 1.0, place)));
        double part = Math.max(0, Math.min(1, place - below));
        return (1 - part) * sorted[below - 1] + part * sorted[below];
    }

    int size() {
        return levels.isEmpty() ? numbers.length : levels.size();
    }

    double[] places() {
        return levels.isEmpty()
                ? numbers
                : IntStream.range(0, levels.size()).asDoubleStream().toArray();
    }

    /** Returns a column of one value. */
    Column<?> column(int place, int rows) {
        if (column instanceof BooleanColumn) {
            var truths = BooleanColumn.create(column.name());
            for (int row = 0; row < rows; row++) {
                truths.append(Boolean.parseBoolean(levels.get(place)));
            }
            return truths;
        }
        if (!levels.isEmpty()) {
            return StringColumn.create(column.name(), Collections.nCopies(rows, levels.get(place)));
        }
        var values = new double[rows];
        Arrays.fill(values, numbers[place]);
        return DoubleColumn.create(column.name(), values);
    }
}
