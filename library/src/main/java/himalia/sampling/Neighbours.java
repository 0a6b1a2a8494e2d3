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

    /** Column by column within each block, so that a vector instruction takes neighbouring points. */
    private final double[] blocks;

    Neighbours(double[][] points) {
        size = points.length;
        dimensions = size == 0 ? 0 : points[0].length;
        blocks = new double[(size + BLOCK - 1) / BLOCK * BLOCK * dimensions];
        for (var i = 0; i < size; i++) {
            var base = i / BLOCK * BLOCK * dimensions + i % BLOCK;
            for (var j = 0; j < dimensions; j++) {
                blocks[base + j * BLOCK] = points[i][j];
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
        for (var block = 0; block < size; block += BLOCK) {
            for (var q = 0; q < queries; q++) {
                var row = rows[from + q];
                point(row, query);
                distances(query, block, distances);
                if (row >= block && row < block + BLOCK) {
                    distances[row - block] = Double.POSITIVE_INFINITY;
                }
                collect(distances, block, nearest[q], found[from + q]);
            }
        }
    }

    private void point(int row, double[] point) {
        var base = row / BLOCK * BLOCK * dimensions + row % BLOCK;
        for (var j = 0; j < dimensions; j++) {
            point[j] = blocks[base + j * BLOCK];
        }
    }

    /** Squared distances from the query to each point of a block; four columns a pass, to spare memory. */
    private void distances(double[] query, int block, double[] distances) {
        Arrays.fill(distances, 0);
        var j = 0;
        for (; j + 4 <= dimensions; j += 4) {
            four(query, j, block * dimensions + j * BLOCK, distances);
        }
        for (; j < dimensions; j++) {
            one(query[j], block * dimensions + j * BLOCK, distances);
        }
    }

    private void four(double[] query, int j, int base, double[] distances) {
        var a = query[j];
        var b = query[j + 1];
        var c = query[j + 2];
        var d = query[j + 3];
        var points = blocks;
        for (var i = 0; i < BLOCK; i++) {
            var da = points[base + i] - a;
            var db = points[base + BLOCK + i] - b;
            var dc = points[base + 2 * BLOCK + i] - c;
            var dd = points[base + 3 * BLOCK + i] - d;
            distances[i] += da * da + db * db + dc * dc + dd * dd;
        }
    }

    private void one(double a, int base, double[] distances) {
        var points = blocks;
        for (var i = 0; i < BLOCK; i++) {
            var da = points[base + i] - a;
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
