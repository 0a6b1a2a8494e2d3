package himalia.kernel.java;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What one cell has declared so far; a cell that fails in the end is left out by %replay, whatever it set before. */
final class CellDeclarations {
    private final Compiler compiler;
    private final int cell;
    private final Set<String> names = new HashSet<>();

    CellDeclarations(Compiler compiler, int cell) {
        this.compiler = compiler;
        this.cell = cell;
    }

    /** Notes names that it has declared: variables, methods, types. */
    void add(Collection<String> declared) {
        names.addAll(declared);
    }

    /** Notes variables that it has set. */
    void set(Collection<String> variables) {
        // What is evaluated within a cell has no number that a user knows.
        if (cell > 0) {
            compiler.session().set(cell, variables);
        }
    }

    /** Notes that the whole of it ended well. */
    void endedWell() {
        compiler.session().endedWell(cell, names);
    }
}
