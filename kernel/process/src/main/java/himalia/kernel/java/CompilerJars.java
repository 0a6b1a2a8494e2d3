package himalia.kernel.java;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler has from the start, and what it opens by need.
 *
 * @param known the jars that it has from the start
 * @param groups the others
 * @param imports the file that says what cells need not import, line by line; null where the class path says it
 */
public record CompilerJars(List<String> known, JarGroups groups, @Nullable Path imports) {
    public CompilerJars {
        known = List.copyOf(known);
    }

    /** All from the start. */
    public static CompilerJars all(List<String> classPath) {
        return new CompilerJars(classPath, JarGroups.none(), null);
    }
}
