package himalia.kernel.magic;

import himalia.kernel.classpath.JarText;
import himalia.kernel.protocol.json.Json;
import himalia.magics.spi.MagicDescription;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What jars say of their magics, in a file that their builds write; what one says is read once while it is there. */
public final class MagicIndexReader {
    private static final String FILE = "META-INF/himalia/magics.json";

    /** How the file is called in which our build gathers what all of ours say. */
    private static final String GATHERED = "magics.index";

    private final Map<String, List<MagicDescription>> bySource = new HashMap<>();

    /** Returns the magics of jars, folders and gathered indexes, in their order. */
    public synchronized Collection<MagicDescription> of(Collection<String> sources) {
        bySource.keySet().retainAll(sources);
        return sources.stream()
                .flatMap(each -> bySource.computeIfAbsent(each, MagicIndexReader::read).stream())
                .toList();
    }

    private static List<MagicDescription> read(String source) {
        try {
            var text = text(source);
            return !text.isEmpty() && Json.read(text) instanceof List<?> list
                    ? list.stream()
                            .filter(each -> each instanceof Map<?, ?>)
                            .map(each -> MagicDescription.of((Map<?, ?>) each))
                            .toList()
                    : List.of();
        } catch (IllegalArgumentException e) {
            // One jar's slip, or of a later form: the others' magics are there.
            System.getLogger("himalia.kernel")
                    .log(System.Logger.Level.WARNING, "the magics of " + source + ": " + e);
            return List.of();
        }
    }

    private static String text(String source) {
        if (!source.endsWith(GATHERED)) {
            return JarText.of(source, FILE);
        }
        try {
            return Files.readString(Path.of(source));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source + "; run './himalia doctor'", e);
        }
    }
}
