package himalia.sampling;

/** Whether cleaning went too far. */
final class Balance {
    private Balance() {}

    /** Returns whether a class has gone, or a common one has become smaller than the rarest was. */
    static boolean isLost(Classes before, Classes after) {
        return isLost(before, after, false);
    }

    /**
     * Returns whether a class has gone.
     *
     * @param allowsMinority whether a common class may become smaller than the rarest was
     */
    static boolean isLost(Classes before, Classes after, boolean allowsMinority) {
        var minority = before.minority();
        var fewest = before.counts()[minority];
        var counts = after.counts();
        for (var code = 0; code < counts.length; code++) {
            boolean isSmall = code != minority && counts[code] < fewest && !allowsMinority;
            if (counts[code] == 0 || isSmall) {
                return true;
            }
        }
        return false;
    }
}
