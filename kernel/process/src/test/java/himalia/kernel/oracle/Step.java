package himalia.kernel.oracle;

import java.io.Serializable;

/**
 * One snippet of a cell, as JShell cut it.
 *
 * @param open whether it ends without the semicolon that it wants before anything may follow
 */
record Step(String source, boolean open, Told told) implements Serializable {
    /** Returns the same with another ending. */
    Step ending(Told.Ending ending) {
        return new Step(
                source, open, new Told(ending, told.thrown(), told.value(), told.printed()));
    }
}
