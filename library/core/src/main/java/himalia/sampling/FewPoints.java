package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
import java.util.Arrays;

/**
 * Points so few that a query is measured against all of them, a column at a time: no tree pays, and loops as plain as these
 * are compiled within the first call.
 *
 * <p>Numbers are added in the order of the columns, as {@link NearestRows#squared} adds them, so that rows tie here as there.
 */
final class FewPoints implements Neighbours.Search {
    /** As many make a tree of one leaf. */
    private static final int MOST = 1024;

    /** In wider ones most of a distance is spared by an early look at few axes. */
    private static final int WIDEST = 256;

    private static final int COLUMNS = 4;

    /** Queries that are answered before anybody is asked whether to go on. */
    private static final int QUERIES = 64;

    /** How many numbers are read at once. */
    private static final int AT_ONCE = 4;

    private final double[][] columns;
    private final int count;

    FewPoints(double[][] points) {
        count = points.length;
        columns = new double[points[0].length][count];
        for (var row = 0; row < count; row++) {
            put(row, points[row]);
        }
    }

    static boolean are(double[][] points) {
        return points.length > 0 && points.length <= MOST && points[0].length <= WIDEST;
    }

    private void put(int row, double[] point) {
        for (var j = 0; j < point.length; j++) {
            columns[j][row] = point[j];
        }
    }

    @Override
    public int[][] nearest(double[][] queries, int[] self, int wanted) {
        var found = new int[queries.length][];
        var interrupt = new InterruptCheck();
        var work = (long) queries.length * count * columns.length / AT_ONCE;
        Cores.range((queries.length + QUERIES - 1) / QUERIES, work)
                .forEach(
                        part -> {
                            interrupt.ask();
                            var sums = new double[count];
                            var to = Math.min((part + 1) * QUERIES, queries.length);
                            for (var i = part * QUERIES; i < to; i++) {
                                found[i] = nearest(queries[i], self[i], wanted, sums);
                            }
                        });
        return found;
    }

    /** Returns the nearest rows of one point, in {@code sums} the squares of all distances. */
    private int[] nearest(double[] point, int self, int wanted, double[] sums) {
        measure(point, sums);
        if (self >= 0) {
            sums[self] = Double.POSITIVE_INFINITY;
        }
        var rows = new int[wanted];
        select(sums, rows, new double[wanted]);
        return rows;
    }

    /** Finds the smallest in one pass: of equals the first stays. */
    private static void select(double[] sums, int[] rows, double[] distances) {
        var last = rows.length - 1;
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        for (var row = 0; row < sums.length; row++) {
            if (sums[row] < distances[last]) {
                var place = last;
                for (; place > 0 && sums[row] < distances[place - 1]; place--) {
                    distances[place] = distances[place - 1];
                    rows[place] = rows[place - 1];
                }
                distances[place] = sums[row];
                rows[place] = row;
            }
        }
    }

    private void measure(double[] point, double[] sums) {
        Arrays.fill(sums, 0);
        var j = 0;
        for (; j + COLUMNS <= point.length; j += COLUMNS) {
            add(point, j, columns[j], columns[j + 1], columns[j + 2], columns[j + 3], sums);
        }
        for (; j < point.length; j++) {
            add(point[j], columns[j], sums);
        }
    }

    private static void add(
            double[] point,
            int j,
            double[] columnA,
            double[] columnB,
            double[] columnC,
            double[] columnD,
            double[] sums) {
        var a = point[j];
        var b = point[j + 1];
        var c = point[j + 2];
        var d = point[j + 3];
        for (var row = 0; row < sums.length; row++) {
            sums[row] =
                    sums[row]
                            + squared(columnA[row] - a)
                            + squared(columnB[row] - b)
                            + squared(columnC[row] - c)
                            + squared(columnD[row] - d);
        }
    }

    private static void add(double number, double[] column, double[] sums) {
        for (var row = 0; row < sums.length; row++) {
            sums[row] += squared(column[row] - number);
        }
    }

    /** A method, since under a debugger the JIT keeps variables of a loop's body, and then uses no vectors. */
    private static double squared(double way) {
        return way * way;
    }
}
