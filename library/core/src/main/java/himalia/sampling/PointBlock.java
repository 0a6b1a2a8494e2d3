package himalia.sampling;

import himalia.table.ColumnArrays;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;

/**
 * A few points, a column at a time, measured from another one by loops that have vector instructions.
 *
 * <p>Numbers are added in the order of the columns, as {@link NearestRows#squared} adds them, so that points tie here as there.
 */
final class PointBlock {
    private static final int COLUMNS = 4;

    /** How many numbers stay in the nearest cache. */
    private static final int NUMBERS = 8_192;

    private static final int FEWEST = 16;

    private static final int MOST = 256;

    private final double[][] columns;
    private int count;

    /** Takes so many points at most. */
    PointBlock(int most, int width) {
        columns = new double[width][most];
    }

    /** Takes some rows of columns of numbers. */
    static PointBlock of(List<NumericColumn<?>> columns, int[] rows) {
        var block = new PointBlock(rows.length, columns.size());
        for (var j = 0; j < columns.size(); j++) {
            block.put(j, ColumnArrays.of(columns.get(j)), rows);
        }
        block.count = rows.length;
        return block;
    }

    private void put(int column, double[] values, int[] rows) {
        var numbers = columns[column];
        for (var i = 0; i < rows.length; i++) {
            numbers[i] = values[rows[i]];
        }
    }

    /** Returns how many points are best taken together. */
    static int length(int width) {
        return Math.max(FEWEST, Math.min(MOST, NUMBERS / Math.max(1, width)));
    }

    int count() {
        return count;
    }

    void add(double[] point) {
        put(count++, point);
    }

    int width() {
        return columns.length;
    }

    double[] point(int row) {
        var point = new double[columns.length];
        for (var j = 0; j < point.length; j++) {
            point[j] = columns[j][row];
        }
        return point;
    }

    private void put(int row, double[] point) {
        for (var j = 0; j < point.length; j++) {
            columns[j][row] = point[j];
        }
    }

    /** Writes the squares of the distances of all points from one. */
    void measure(double[] point, double[] sums) {
        Arrays.fill(sums, 0, count, 0);
        var j = 0;
        for (; j + COLUMNS <= point.length; j += COLUMNS) {
            add(point, j, columns[j], columns[j + 1], columns[j + 2], columns[j + 3], sums, count);
        }
        for (; j < point.length; j++) {
            add(point[j], columns[j], sums, count);
        }
    }

    private static void add(
            double[] point,
            int j,
            double[] columnA,
            double[] columnB,
            double[] columnC,
            double[] columnD,
            double[] sums,
            int count) {
        var a = point[j];
        var b = point[j + 1];
        var c = point[j + 2];
        var d = point[j + 3];
        for (var row = 0; row < count; row++) {
            sums[row] =
                    sums[row]
                            + squared(columnA[row] - a)
                            + squared(columnB[row] - b)
                            + squared(columnC[row] - c)
                            + squared(columnD[row] - d);
        }
    }

    private static void add(double number, double[] column, double[] sums, int count) {
        for (var row = 0; row < count; row++) {
            sums[row] += squared(column[row] - number);
        }
    }

    /** A method, since under a debugger the JIT keeps variables of a loop's body, and then uses no vectors. */
    private static double squared(double way) {
        return way * way;
    }
}
