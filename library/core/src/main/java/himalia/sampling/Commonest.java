package himalia.sampling;

import java.util.Arrays;

/** Which codes come most often among a few rows, however many codes there are. */
final class Commonest {
    private Commonest() {}

    /** Returns the commonest codes of some rows, one or more, in order. */
    static int[] of(int[] codes, int[] among) {
        var sorted = new int[among.length];
        for (var i = 0; i < sorted.length; i++) {
            sorted[i] = codes[among[i]];
        }
        Arrays.sort(sorted);
        var commonest = new int[sorted.length];
        var found = 0;
        var most = 0;
        for (var from = 0; from < sorted.length; ) {
            var to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                found = 0;
            }
            if (to - from == most) {
                commonest[found++] = sorted[from];
            }
            from = to;
        }
        return Arrays.copyOf(commonest, found);
    }
}
