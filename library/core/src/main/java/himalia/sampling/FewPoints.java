package himalia.sampling;

import himalia.display.bundle.InterruptCheck;
import himalia.table.Cores;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Points so few that a query is measured against all of them, a column at a time: no tree pays, and loops as plain as these
 * are compiled within the first call.
 */
final class FewPoints implements Neighbours.Search {
    /** As many make a tree of one leaf. */
    private static final int MOST = 1024;

    /** In wider ones most of a distance is spared by an early look at few axes. */
    private static final int WIDEST = 256;

    /** How many numbers are read at once: five hundred points of twenty are measured by one core before another has woken. */
    private static final int AT_ONCE = 4;

    private final PointBlock points;

    FewPoints(PointBlock points) {
        this.points = points;
    }

    FewPoints(double[][] points) {
        this(new PointBlock(points.length, points[0].length));
        for (var point : points) {
            this.points.add(point);
        }
    }

    static boolean are(int points, int width) {
        return points > 0 && points <= MOST && width <= WIDEST;
    }

    /** Returns the nearest others of some of the points. */
    int[][] nearest(int[] rows, int wanted) {
        var queries = IntStream.of(rows).mapToObj(points::point).toArray(double[][]::new);
        return nearest(queries, rows, wanted);
    }

    @Override
    public int[][] nearest(double[][] queries, int[] self, int wanted) {
        var found = new int[queries.length][];
        var interrupt = new InterruptCheck();
        var work = (long) queries.length * points.count() * points.width() / AT_ONCE;
        Cores.each(
                (queries.length + QUERIES - 1) / QUERIES,
                work,
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
        Arrays.fill(distances, Double.POSITIVE_INFINITY);
        var last = rows.length - 1;
        for (var row = 0; (row = below(distances[last], sums, row)) < sums.length; row++) {
            var place = last;
            for (; place > 0 && sums[row] < distances[place - 1]; place--) {
                distances[place] = distances[place - 1];
                rows[place] = rows[place - 1];
            }
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
