package himalia.kernel.java;

/** Takes what the user should know though nothing failed; shown beside the cell's errors. */
public interface Notices {
    /** Tells {@code text} below the cell. */
    void tell(long cell, String text);
}
