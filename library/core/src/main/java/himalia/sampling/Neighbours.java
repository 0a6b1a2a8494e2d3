package himalia.sampling;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The nearest rows of each row, exactly: every distance is computed, in an order that the caches and vector units of a
 * processor like. Of rows at the same distance the one with the lower number is nearer.
 *
 * <p>In the twenty and more dimensions of real tables, a tree would visit almost every row and jump about in doing so.
 */
final class Neighbours {
    /** Points of one block: with twenty columns they fill 80 kB, which a core's second cache holds. */
    private static final int BLOCK = 512;

    /** Queries that go over a block while it is in the cache. */
    private static final int QUERIES = 64;

    private final int size;
    private final int dimensions;

    /**
     * By block, then by column. Each column of a block is an array of its own: the compiler uses vector instructions only
     * where all arrays of a loop are read and written at the same index.
     */
    private final double[][][] blocks;

    Neighbours(double[][] points) {
        size = points.length;
        dimensions = size == 0 ? 0 : points[0].length;
        blocks = new double[(size + BLOCK - 1) / BLOCK][dimensions][BLOCK];
        for (var i = 0; i < size; i++) {
            for (var j = 0; j < dimensions; j++) {
                blocks[i / BLOCK][j][i % BLOCK] = points[i][j];
            }
        }
    }

    /** Returns the {@code count} rows nearest to each of {@code rows}, itself left out, nearest first. */
    int[][] of(int[] rows, int count) {
        if (count >= size) {
            throw new IllegalArgumentException(
                    "%d rows have no %d neighbours each".formatted(size, count));
        }
        var found = new int[rows.length][];
        IntStream.range(0, (rows.length + QUERIES - 1) / QUERIES)
                .parallel()
                .forEach(part -> search(rows, part * QUERIES, count, found));
        return found;
    }

    private void search(int[] rows, int from, int count, int[][] found) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        var queries = Math.min(QUERIES, rows.length - from);
        var nearest = new double[queries][count];
        var distances = new double[BLOCK];
        var query = new double[dimensions];
        for (var q = 0; q < queries; q++) {
            Arrays.fill(nearest[q], Double.POSITIVE_INFINITY);
            found[from + q] = new int[count];
        }
        for (var block = 0; block < blocks.length; block++) {
            for (var q = 0; q < queries; q++) {
                var row = rows[from + q];
                point(row, query);
                distances(query, blocks[block], distances);
                if (row / BLOCK == block) {
                    distances[row % BLOCK] = Double.POSITIVE_INFINITY;
                }
                collect(distances, block * BLOCK, nearest[q], found[from + q]);
            }
        }
    }

    private void point(int row, double[] point) {
        for (var j = 0; j < dimensions; j++) {
            point[j] = blocks[row / BLOCK][j][row % BLOCK];
        }
    }

    /** Squared distances from the query to each point of a block; four columns a pass, to spare memory. */
    private static void distances(double[] query, double[][] block, double[] distances) {
        Arrays.fill(distances, 0);
        var j = 0;
        for (; j + 4 <= query.length; j += 4) {
            add(query, j, block[j], block[j + 1], block[j + 2], block[j + 3], distances);
        }
        for (; j < query.length; j++) {
            add(query[j], block[j], distances);
        }
    }

    private static void add(
            double[] query,
            int j,
            double[] columnA,
            double[] columnB,
            double[] columnC,
            double[] columnD,
            double[] distances) {
        var a = query[j];
        var b = query[j + 1];
        var c = query[j + 2];
        var d = query[j + 3];
        for (var i = 0; i < BLOCK; i++) {
            var da = columnA[i] - a;
            var db = columnB[i] - b;
            var dc = columnC[i] - c;
            var dd = columnD[i] - d;
            distances[i] += da * da + db * db + dc * dc + dd * dd;
        }
    }

    private static void add(double a, double[] columnA, double[] distances) {
        for (var i = 0; i < BLOCK; i++) {
            var da = columnA[i] - a;
            distances[i] += da * da;
        }
    }

    /** Keeps the nearest seen so far, sorted; later rows come in only when they are nearer. */
    private void collect(double[] distances, int block, double[] nearest, int[] rows) {
        var last = nearest.length - 1;
        var worst = nearest[last];
        var end = Math.min(BLOCK, size - block);
        for (var i = 0; i < end; i++) {
            if (distances[i] < worst) {
                var place = last;
                while (place > 0 && distances[i] < nearest[place - 1]) {
                    nearest[place] = nearest[place - 1];
                    rows[place] = rows[place - 1];
                    place--;
                }
                nearest[place] = distances[i];
                rows[place] = block + i;
                worst = nearest[last];
            }
        }
    }
}
