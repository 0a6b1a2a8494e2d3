package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
import java.util.Arrays;

/**
 * Points so few that a query is measured against all of them, a column at a time: no tree pays, and loops as plain as these
 * are compiled within the first call.
 */
final class FewPoints implements Neighbours.Search {
    /** As many make a tree of one leaf. */
    private static final int MOST = 1024;

    /** In wider ones most of a distance is spared by an early look at few axes. */
    private static final int WIDEST = 256;

    /** How many numbers are read at once. */
    private static final int AT_ONCE = 2;

    private final PointBlock points;
    private final int width;

    FewPoints(double[][] points) {
        width = points[0].length;
        this.points = new PointBlock(points.length, width);
        for (var point : points) {
            this.points.add(point);
        }
    }

    static boolean are(double[][] points) {
        return points.length > 0 && points.length <= MOST && points[0].length <= WIDEST;
    }

    @Override
    public int[][] nearest(double[][] queries, int[] self, int wanted) {
        var found = new int[queries.length][];
        var interrupt = new InterruptCheck();
        var work = (long) queries.length * points.count() * width / AT_ONCE;
        Cores.range((queries.length + QUERIES - 1) / QUERIES, work)
                .forEach(
                        part -> {
                            interrupt.ask();
                            var sums = new double[points.count()];
                            var to = Math.min((part + 1) * QUERIES, queries.length);
                            for (var i = part * QUERIES; i < to; i++) {
                                found[i] = nearest(queries[i], self[i], wanted, sums);
                            }
                        });
        return found;
    }

    /** Returns the nearest rows of one point, in {@code sums} the squares of all distances. */
    private int[] nearest(double[] point, int self, int wanted, double[] sums) {
        points.measure(point, sums);
        if (self >= 0) {
            sums[self] = Double.NaN;
        }
        var rows = new int[wanted];
        var distances = new double[wanted];
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        select(sums, rows, distances);
        for (int place = 0, row = 0; place < wanted; place++) {
            // Of squares that no double holds, which none is below, the first come in.
            while (distances[place] == Double.POSITIVE_INFINITY) {
                if (sums[row] == Double.POSITIVE_INFINITY) {
                    distances[place] = Double.MAX_VALUE;
                    rows[place] = row;
                }
                row++;
            }
        }
        return rows;
    }

    /** Finds the smallest in one pass: of equals the first stays. */
    private static void select(double[] sums, int[] rows, double[] distances) {
        var last = rows.length - 1;
        for (var row = 0; (row = below(distances[last], sums, row)) < sums.length; row++) {
            var place = last;
            while (place > 0 && sums[row] < distances[place - 1]) {
                place--;
            }
            // A loop that shifts them takes the JIT as long as all the rest.
            System.arraycopy(distances, place, distances, place + 1, last - place);
            System.arraycopy(rows, place, rows, place + 1, last - place);
            distances[place] = sums[row];
            rows[place] = row;
        }
    }

    /** Returns the next row that is nearer: of most rows nothing else is asked, and so short a loop is compiled soon. */
    private static int below(double distance, double[] sums, int from) {
        var row = from;
        while (row < sums.length && !(sums[row] < distance)) {
            row++;
        }
        return row;
    }
}
