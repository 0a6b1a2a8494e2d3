package himalia.kernel.oracle;

import java.io.Serializable;

/**
 * What came of a cell, or of a snippet of one.
 *
 * @param thrown the class and the message of what was thrown, or why it was refused
 * @param value its value as text; empty where it has none to show
 * @param printed what went to the standard output
 */
record Told(Ending ending, String thrown, String value, String printed) implements Serializable {
    /** How it ended. */
    enum Ending {
        FINE,
        /** It threw. */
        THREW,
        /** It does not compile. */
        REFUSED,
        /** It is declared, and cannot be used before something else is. */
        WAITS,
        /** The kernel itself failed. */
        BROKEN
    }

    Told {
        thrown = Blanks.out(thrown);
        value = Blanks.out(value);
        printed = Blanks.out(printed);
    }

    /** Returns whether what stands behind it is run. */
    boolean goesOn() {
        return ending == Ending.FINE || ending == Ending.WAITS;
    }
}
