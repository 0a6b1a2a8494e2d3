package himalia.display.bundle;

/** How a cell ended: live displays say so in their last state. */
public enum CellEnd {
    /** The cell ran to its end. */
    FINISHED("stopped"),
    /** The cell failed with an exception. */
    FAILED("failed"),
    /** Somebody interrupted the cell. */
    INTERRUPTED("interrupted");

    private final String word;

    CellEnd(String word) {
        this.word = word;
    }

    /** Returns the word for work that was not complete when the cell ended so. */
    public String word() {
        return word;
    }
}
