package himalia.display.bundle;

/**
 * How far the one is that is being worked on.
 *
 * @param total of how many parts; 0 where nothing is known of them
 * @param unit what they are
 */
record ProgressPart(long done, long total, String unit) {
    static final ProgressPart NONE = new ProgressPart(0, 0, "");

    /** Returns the share that is done, from 0 to 1. */
    double share() {
        return total > 0 ? (double) done / total : 0;
    }

    String text() {
        return total > 0 ? " · " + ProgressState.count(done, total) + " " + unit : "";
    }
}
