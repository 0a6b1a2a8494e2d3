package himalia.kernel.java;

import himalia.kernel.cells.Cells;
import himalia.kernel.cells.Compilation;
import himalia.kernel.cells.Entry;
import java.util.Optional;
import java.util.Set;

/** A variable that is declared while a cell runs, without running anything. */
final class Declaration {
    private final Compiler compiler;
    private final String type;
    private final String name;

    Declaration(Compiler compiler, String type, String name) {
        this.compiler = compiler;
        this.type = type;
        this.name = name;
    }

    /** Declares it; one of the same name and type stays where it is. */
    Variable place() {
        var known = find();
        if (known.isPresent() && known.get().type().equals(type)) {
            return Variables.of(known.get());
        }
        var source = type + " " + name + ";";
        if (compiler.compile(source, "", Set.of(), false) instanceof Compilation.Done done) {
            done.cells().forEach(cell -> new WholeRun(compiler, cell).declare());
            return Variables.of(find().orElseThrow());
        }
        throw new IllegalArgumentException(
                "'"
                        + name
                        + "' cannot be declared as "
                        + Cells.asWritten(type)
                        + " while a cell is stopped; choose another name, or assign it in a cell");
    }

    private Optional<Entry> find() {
        return compiler.cells().names().named(name).stream()
                .filter(entry -> entry.kind() == Entry.Kind.VARIABLE)
                .findFirst();
    }
}
