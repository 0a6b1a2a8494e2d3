package himalia.kernel.classpath;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler has from the start, and what it opens by need.
 *
 * @param ours the jars of ours that it has from the start
 * @param users those of the user's
 * @param groups what it opens by need
 * @param imports the file that says what cells need not import, line by line; null where the class path says it
 */
public record CompilerJars(
        List<String> ours, List<String> users, JarGroups groups, @Nullable Path imports) {
    public CompilerJars {
        ours = List.copyOf(ours);
        users = List.copyOf(users);
    }

    /** Returns all that it has from the start. */
    List<String> known() {
        return Stream.concat(ours.stream(), users.stream()).toList();
    }

    /** All from the start. */
    public static CompilerJars all(List<String> classPath) {
        return new CompilerJars(classPath, List.of(), JarGroups.none(), null);
    }
}
