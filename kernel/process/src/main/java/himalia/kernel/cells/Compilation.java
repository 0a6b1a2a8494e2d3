package himalia.kernel.cells;

import himalia.javac.Problem;
import java.util.List;

/** What became of a cell. */
public sealed interface Compilation {
    /** It is a class, ready to be run. */
    record Done(CompiledCell cell) implements Compilation {}

    /**
     * It is wrong, and nothing of it may run.
     *
     * @param errors all of them; their places are offsets in the cell
     */
    record Wrong(List<Problem> errors) implements Compilation {
        public Wrong {
            errors = List.copyOf(errors);
        }
    }

    /** JShell has to do it, or to say what is wrong. */
    record Elsewhere() implements Compilation {}
}
