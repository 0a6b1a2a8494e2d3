package himalia.sampling;

/** Halves rows by one of their numbers. */
final class Selecting {
    private Selecting() {}

    /**
     * Brings the row that would stand at {@code middle}, were they sorted, there, smaller ones before it and larger ones
     * behind; by Hoare's way, which halves equal ones as well.
     */
    static void select(int[] order, float[][] values, int axis, int from, int to, int middle) {
        var low = from;
        var high = to;
        while (low < high) {
            var pivot = values[order[(low + high) >>> 1]][axis];
            var i = low;
            var j = high;
            while (i <= j) {
                while (values[order[i]][axis] < pivot) {
                    i++;
                }
                while (values[order[j]][axis] > pivot) {
                    j--;
                }
                if (i <= j) {
                    var row = order[i];
                    order[i++] = order[j];
                    order[j--] = row;
                }
            }
            if (middle <= j) {
                high = j;
            } else if (middle >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
