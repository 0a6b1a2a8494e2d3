package himalia.display.grid;

import java.util.function.IntPredicate;

/** Whether a column has missing values, as far as a look tells that nobody feels. */
public final class Missing {
    /** Looking at more cells than these would be felt. */
    private static final int CELLS = 50_000;

    /** The last rows are shown too; what is missing there must not contradict the type above. */
    private static final int LAST = 100;

    private Missing() {}

    /**
     * Looks at the first rows of a column, and at the last ones.
     *
     * @param columns how many columns share the look
     */
    public static boolean any(int rows, int columns, IntPredicate isMissing) {
        int first = Math.min(rows, CELLS / Math.max(1, columns));
        for (int row = 0; row < first; row++) {
            if (isMissing.test(row)) {
                return true;
            }
        }
        for (int row = Math.max(first, rows - LAST); row < rows; row++) {
            if (isMissing.test(row)) {
                return true;
            }
        }
        return false;
    }
}
