package himalia.kernel.cells;

import himalia.javac.Problem;
import java.util.List;

/** What became of a cell. */
public sealed interface Compilation {
    /**
     * It is a class, ready to be run; or several, one after the other.
     *
     * <p>Several where it declares a name anew that it used before, and where one would be too large.
     */
    record Done(List<CompiledCell> cells) implements Compilation {
        public Done {
            cells = List.copyOf(cells);
        }
    }

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

    /**
     * JShell has to do it, or to say what is wrong.
     *
     * @param why in words, for who counts such cells
     */
    record Elsewhere(String why) implements Compilation {}
}
