package himalia.kernel.java;

import himalia.kernel.classpath.AddedJars;
import himalia.kernel.classpath.CompilerPath;
import himalia.kernel.classpath.DefaultImports;
import java.util.List;

/** The jars of the user on the compiler's class path: they change when the worker's do, and not before. */
final class UserJars {
    private final CompilerPath path;
    private final DefaultImports imports;
    private final Runnable readAnew;

    /** {@code readAnew} has the compiler read the whole class path anew. */
    UserJars(CompilerPath path, DefaultImports imports, Runnable readAnew) {
        this.path = path;
        this.imports = imports;
        this.readAnew = readAnew;
    }

    /**
     * Adds jars before the next snippet is compiled; may be called while one runs. Returns what the user should know of
     * them.
     */
    List<String> addLater(List<String> jars) {
        // A file that the worker has open is for it what it was: so it is for the compiler.
        var fresh = path.jars().unread(jars);
        // Read now, while nobody waits for the compiler.
        imports.read(fresh);
        path.addLater(fresh);
        return path.jars().add(jars);
    }

    /** A new worker has opened them as they are now; returns what the user should know of them. */
    List<String> openedAnew() {
        var changed = path.jars().openedAnew();
        if (!changed.isEmpty()) {
            readAnew.run();
        }
        return AddedJars.missing(changed);
    }

    /** Says which jars stand before all others, those of the library included. */
    void first(List<String> jars) {
        path.first(jars);
        readAnew.run();
    }
}
