package himalia.kernel.classpath;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler has from the start, and what it opens by need.
 *
 * @param known the jars that it has from the start
 * @param users those of them that are the user's
 * @param groups the others
 * @param imports the file that says what cells need not import, line by line; null where the class path says it
 */
public record CompilerJars(
        List<String> known, List<String> users, JarGroups groups, @Nullable Path imports) {
    public CompilerJars {
        known = List.copyOf(known);
        users = List.copyOf(users);
    }

    /** All from the start. */
    public static CompilerJars all(List<String> classPath) {
        return new CompilerJars(classPath, List.of(), JarGroups.none(), null);
    }
}
