package himalia.training;

import java.util.Arrays;

/** The rows of one node in the order of one column; rows of the same number in their own. */
final class NodeOrder {
    private final long[] keys;
    private int size;

    /** Makes room for so many rows. */
    NodeOrder(int rows) {
        keys = new long[rows];
    }

    /** Sorts some rows by their ranks. */
    void sort(int[] rows, int from, int to, int[] ranks) {
        size = to - from;
        for (int i = 0; i < size; i++) {
            int row = rows[from + i];
            keys[i] = (long) ranks[row] << 32 | row;
        }
        Arrays.sort(keys, 0, size);
    }

    int size() {
        return size;
    }

    boolean isConstant() {
        return rank(0) == rank(size - 1);
    }

    int row(int place) {
        return (int) keys[place];
    }

    int rank(int place) {
        return (int) (keys[place] >>> 32);
    }
}
