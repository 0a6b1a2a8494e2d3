package himalia.training;

import java.util.Arrays;

/** The rows of one node in the order of one column; rows of the same number in their own. */
final class NodeOrder {
    /** A digit of so many bits has counts that stay in the fastest cache. */
    private static final int DIGIT = 11;

    /** Fewer rows are sorted sooner by comparing them. */
    private static final int FEW = 256;

    /** The rank above, the row below. */
    private long[] keys;

    private long[] other;
    private final int[] places = new int[1 << DIGIT];
    private int size;

    /** Makes room for so many rows. */
    NodeOrder(int rows) {
        keys = new long[rows];
        other = new long[rows];
    }

    /**
     * Sorts some rows by their ranks.
     *
     * @param rows of the node, in their own order
     * @param ranks of all rows, below {@code different}
     */
    void sort(int[] rows, int from, int to, int[] ranks, int different) {
        size = to - from;
        for (int i = 0; i < size; i++) {
            int row = rows[from + i];
            keys[i] = (long) ranks[row] << Integer.SIZE | row;
        }
        if (size < FEW) {
            Arrays.sort(keys, 0, size);
            return;
        }
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(different - 1);
        int digits = (bits + DIGIT - 1) / DIGIT;
        for (int digit = 0; digit < digits; digit++) {
            int width = (bits + digits - 1) / digits;
            byDigit(Integer.SIZE + digit * width, 1 << width);
        }
    }

    /** Counts the values of a digit, and puts each key behind those of lower ones and those before it. */
    private void byDigit(int shift, int values) {
        Arrays.fill(places, 0, values, 0);
        for (int i = 0; i < size; i++) {
            places[(int) (keys[i] >>> shift) & values - 1]++;
        }
        int sum = 0;
        for (int value = 0; value < values; value++) {
            int count = places[value];
            places[value] = sum;
            sum += count;
        }
        for (int i = 0; i < size; i++) {
            other[places[(int) (keys[i] >>> shift) & values - 1]++] = keys[i];
        }
        var sorted = other;
        other = keys;
        keys = sorted;
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
        return (int) (keys[place] >>> Integer.SIZE);
    }
}
