package himalia.kernel.help;

import himalia.kernel.java.Compiler;
import java.util.Optional;

/** Helps with code that is being written: what it could go on with, and what stands in it. */
public final class CodeHelp {
    private final Compiler compiler;
    private final LibraryDocs libraries;

    /**
     * Helps with what a compiler knows.
     *
     * @param documents where the documentation of jars is
     */
    public CodeHelp(Compiler compiler, DocumentJars documents) {
        this.compiler = compiler;
        this.libraries = new LibraryDocs(compiler, documents);
    }

    /** Completes the code at {@code cursor}, counted in UTF-16 units. */
    public Completion complete(String code, int cursor) {
        return compiler.locked(() -> new Completer(compiler).complete(code, cursor));
    }

    /** Says what stands at {@code cursor}, counted in UTF-16 units. */
    public Optional<Inspection> inspect(String code, int cursor, boolean detailed) {
        return compiler.locked(
                () -> new Inspector(compiler, libraries).inspect(code, cursor, detailed));
    }
}
