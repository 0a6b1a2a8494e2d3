package himalia.sampling;

import java.util.Arrays;

/**
 * The loops that take the time: each reads and writes all its arrays at the same index, and has no branch, so that the
 * compiler uses vector instructions.
 */
final class BlockDistances {
    private static final int COLUMNS = 4;

    private BlockDistances() {}

    /** Squared distances from the query to each point of a block; several columns a pass, to spare memory. */
    static void fill(float[] query, float[][] block, float[] distances) {
        var j = query.length % COLUMNS;
        Arrays.fill(distances, 0);
        for (var k = 0; k < j; k++) {
            add(query[k], block[k], distances);
        }
        for (; j < query.length; j += COLUMNS) {
            add(query, j, block[j], block[j + 1], block[j + 2], block[j + 3], distances);
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

    /** Returns the next place, from {@code from} on, of a distance that is short enough; {@code to} if there is none. */
    static int next(float[] distances, int from, int to, float limit) {
        for (var i = from; i < to; i++) {
            if (distances[i] <= limit) {
                return i;
            }
        }
        return to;
    }

    /** Returns the places of the shortest of the first distances; all of them, where there are no more. */
    static int[] shortest(float[] distances, int count, int wanted) {
        var places = new int[Math.min(count, wanted)];
        var found = 0;
        for (var i = 0; i < count; i++) {
            if (found == places.length && !(distances[i] < distances[places[found - 1]])) {
                continue;
            }
            var place = found < places.length ? found++ : found - 1;
            while (place > 0 && distances[i] < distances[places[place - 1]]) {
                places[place] = places[place - 1];
                place--;
            }
            places[place] = i;
        }
        return places;
    }
}
