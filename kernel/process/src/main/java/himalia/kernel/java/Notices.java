package himalia.kernel.java;

/** Takes what the user should know though nothing failed; shown beside the cell's errors. */
public interface Notices {
    /** Tells {@code text} below the cell. */
    void tell(long cell, String text);

    /** Says that a variable starts anew, because what its type names means something else now. */
    static String reset(String variable, String cause) {
        return variable
                + " is null now, because "
                + cause
                + " changed: what it held was of the old "
                + cause
                + ". Run the cell that sets "
                + variable
                + " again.";
    }
}
