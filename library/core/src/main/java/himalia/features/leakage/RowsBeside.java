package himalia.features.leakage;

import himalia.display.bundle.InterruptCheck;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The training rows that are near to a row in every column, and of its kind: looked for in the order of one column. */
final class RowsBeside {
    private final double[][] rows;
    private final int[] kinds;

    /** The column of most values: by one of few, each row would have thousands beside it. */
    private final int by;

    /** The training rows in the order of that column. */
    private final int[] order;

    /**
     * Sorts them.
     *
     * @param rows the training rows, and others below them
     * @param kinds of each row a number of its kind
     */
    RowsBeside(double[][] rows, int trainRows, int[] kinds) {
        this.rows = rows;
        this.kinds = kinds;
        by = rows.length == 0 ? 0 : mostDifferent(rows);
        order =
                IntStream.range(0, rows.length == 0 ? 0 : trainRows)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> rows[row][by]))
                        .mapToInt(row -> row)
                        .toArray();
    }

    private static int mostDifferent(double[][] rows) {
        return IntStream.range(0, rows[0].length)
                .boxed()
                .max(
                        Comparator.comparingLong(
                                j ->
                                        Arrays.stream(rows)
                                                .mapToDouble(row -> row[j])
                                                .distinct()
                                                .count()))
                .orElse(0);
    }

    /** Returns the first training row that is near and of the same kind; -1 if none has. */
    int near(double[] here, int row, double within) {
        for (int at = first(here, within); isBeside(at, here, within); at++) {
            if (isNear(at, here, row, within)) {
                return order[at];
            }
        }
        return -1;
    }

    /** Returns how many training rows are near, of all rows that are asked together; no more are counted than are wanted. */
    long pairs(int[] asked, double within, long most) {
        var interrupt = new InterruptCheck();
        long pairs = 0;
        for (int row : asked) {
            interrupt.ask();
            for (int at = first(rows[row], within); isBeside(at, rows[row], within); at++) {
                pairs += isNear(at, rows[row], row, within) ? 1 : 0;
                if (pairs >= most) {
                    return pairs;
                }
            }
        }
        return pairs;
    }

    private int first(double[] here, double within) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows[order[middle]][by] < here[by] - within) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isBeside(int at, double[] here, double within) {
        return at < order.length && rows[order[at]][by] <= here[by] + within;
    }

    private boolean isNear(int at, double[] here, int row, double within) {
        return kinds[order[at]] == kinds[row] && Things.areNear(rows[order[at]], here, within);
    }
}
