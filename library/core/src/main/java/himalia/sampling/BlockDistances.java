package himalia.sampling;

import java.util.Arrays;

/**
 * The loops that take the time: each reads and writes all its arrays at the same index, and has no branch, so that the
 * compiler uses vector instructions.
 */
final class BlockDistances {
    private BlockDistances() {}

    /** Squared distances from the query to each point of a block; several columns a pass, to spare memory. */
    static void fill(float[] query, float[][] block, float[] distances) {
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
            float[] query,
            int j,
            float[] columnA,
            float[] columnB,
            float[] columnC,
            float[] columnD,
            float[] distances) {
        var a = query[j];
        var b = query[j + 1];
        var c = query[j + 2];
        var d = query[j + 3];
        for (var i = 0; i < distances.length; i++) {
            var da = columnA[i] - a;
            var db = columnB[i] - b;
            var dc = columnC[i] - c;
            var dd = columnD[i] - d;
            distances[i] += da * da + db * db + dc * dc + dd * dd;
        }
    }

    private static void add(float a, float[] column, float[] distances) {
        for (var i = 0; i < distances.length; i++) {
            var da = column[i] - a;
            distances[i] += da * da;
        }
    }
}
