package himalia.kernel.java;

import himalia.kernel.cells.Named;

/** Takes what the user should know though nothing failed; shown beside the cell's errors. */
public interface Notices {
    /** Tells {@code text} below the cell. */
    void tell(long cell, String text);

    /** Says that a variable starts anew, because what its type names means something else now. */
    static String reset(String variable, String cause) {
        return reset(variable, cause, cause);
    }

    /** Says the same of a type that is another one because of {@code root}, which it names. */
    static String reset(String variable, String cause, String root) {
        return variable
                + " is null now, because "
                + Named.inWords(root)
                + " changed"
                + (root.equals(cause) ? "" : ", and " + Named.inWords(cause) + " with it")
                + ": what it held goes with the old "
                + Named.inWords(cause).replaceFirst("^an ", "")
                + ". Run the cell that sets "
                + variable
                + " again.";
    }
}
