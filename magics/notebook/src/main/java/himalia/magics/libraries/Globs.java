package himalia.magics.libraries;

import himalia.magics.spi.MagicException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files by patterns such as {@code lib/*.jar} and {@code ~/jars/**.jar}. */
final class Globs {
    private Globs() {}

    /** Returns the files of a pattern, sorted; a pattern that finds nothing is a slip. */
    static List<String> files(String magic, Path directory, String pattern) throws IOException {
        var text =
                pattern.startsWith("~/")
                        ? System.getProperty("user.home") + pattern.substring(1)
                        : pattern;
        int star = firstWildcard(text);
        if (star < 0) {
            var file = directory.resolve(text);
            if (!Files.exists(file)) {
                throw new MagicException(magic + ": there is no " + file);
            }
            return List.of(file.toAbsolutePath().normalize().toString());
        }
        int slash = text.lastIndexOf('/', star);
        var root = directory.resolve(slash < 0 ? "" : text.substring(0, slash + 1)).normalize();
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + text.substring(slash + 1));
        var found = new ArrayList<String>();
        if (Files.isDirectory(root)) {
            try (var files = Files.walk(root)) {
                files.filter(file -> matcher.matches(root.relativize(file)))
                        .map(file -> file.toAbsolutePath().normalize().toString())
                        .sorted()
                        .forEach(found::add);
            }
        }
        if (found.isEmpty()) {
            throw new MagicException(magic + ": nothing matches '" + pattern + "' in " + root);
        }
        return found;
    }

    private static int firstWildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
