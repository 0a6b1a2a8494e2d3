package himalia.features.leakage;

import java.util.Optional;

/** Looks for two rows that another lies between. */
interface Lines {
    /**
     * Returns two that a row lies between, where the three are not all in one table; nothing if there are none.
     *
     * @param rows the numbers of the training rows, and below them of the test rows
     * @param isNew which of them are rows of the test table that no training row equals
     * @param all the rows between which it may lie
     */
    Optional<Between> around(double[][] rows, boolean[] isNew, int row, int[] all);

    /** Whether not all of three are of the training table, or not all of the test table. */
    static boolean isAcross(boolean[] isNew, int row, int one, int other) {
        return isNew[one] != isNew[other] || isNew[one] != isNew[row];
    }

    /** Numbers that are round stand at simple fractions of the way from one to another; those that are made seldom do. */
    static boolean isRound(double way) {
        for (int parts = 2; parts <= 50; parts++) {
            if (Math.abs(way * parts - Math.rint(way * parts)) < 1e-6) {
                return true;
            }
        }
        return false;
    }
}
