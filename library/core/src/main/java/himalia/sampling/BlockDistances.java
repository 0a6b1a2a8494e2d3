package himalia.sampling;

/**
 * The loops that take the time: each reads and writes all its arrays at the same index, and has no branch, so that the
 * compiler uses vector instructions; and no local but the index, since under a debug agent those are kept for the debugger, and
 * there are no vectors then.
 */
final class BlockDistances {
    private static final int COLUMNS = 4;

    private BlockDistances() {}

    /**
     * For each point of a block, adds its square and the products of its columns with the factors; several columns a pass, to
     * spare memory.
     */
    static void fill(float[] factors, float[][] block, float[] squares, float[] sums) {
        var before = squares;
        var j = factors.length % COLUMNS;
        for (var k = 0; k < j; k++) {
            add(factors[k], block[k], before, sums);
            before = sums;
        }
        for (; j < factors.length; j += COLUMNS) {
            add(factors, j, block[j], block[j + 1], block[j + 2], block[j + 3], before, sums);
            before = sums;
        }
    }

    private static void add(
            float[] factors,
            int j,
            float[] columnA,
            float[] columnB,
            float[] columnC,
            float[] columnD,
            float[] before,
            float[] sums) {
        var a = factors[j];
        var b = factors[j + 1];
        var c = factors[j + 2];
        var d = factors[j + 3];
        for (var i = 0; i < sums.length; i++) {
            sums[i] =
                    before[i]
                            + (columnA[i] * a + columnB[i] * b + (columnC[i] * c + columnD[i] * d));
        }
    }

    private static void add(float a, float[] column, float[] before, float[] sums) {
        for (var i = 0; i < sums.length; i++) {
            sums[i] = before[i] + column[i] * a;
        }
    }

    /** Makes the marks of points above zero whose sum is below a limit: the absolute value takes the place of a branch. */
    static void mark(float[] sums, float limit, float[] marks) {
        for (var i = 0; i < marks.length; i++) {
            marks[i] += Math.abs(sums[i] - limit) - (sums[i] - limit);
        }
    }

    /** Returns the next place, from {@code from} on, that is marked; {@code to} if there is none. */
    static int next(float[] marks, int from, int to) {
        for (var i = from; i < to; i++) {
            if (marks[i] > 0) {
                return i;
            }
        }
        return to;
    }

    /** Returns the places of the shortest of the first distances; all of them, where there are no more. */
    static int[] shortest(float[] distances, int count, int wanted) {
        var places = new int[Math.min(count, wanted)];
        var found = 0;
        var longest = Float.POSITIVE_INFINITY;
        for (var i = 0; i < count; i++) {
            if (found == places.length && !(distances[i] < longest)) {
                continue;
            }
            var place = found < places.length ? found++ : found - 1;
            while (place > 0 && distances[i] < distances[places[place - 1]]) {
                places[place] = places[place - 1];
                place--;
            }
            places[place] = i;
            longest = distances[places[found - 1]];
        }
        return places;
    }
}
