package himalia.kernel.magic;

import himalia.kernel.classpath.JarText;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What jars say of their magics, in a file that their builds write; what one says is read once while it is there. */
public final class MagicIndexReader {
    private static final String FILE = "META-INF/himalia/magics.json";

    /** How the file is called in which our build gathers what all of ours say. */
    private static final String GATHERED = "magics.index";

    private final Map<String, List<Magic>> bySource = new HashMap<>();

    /** Returns the magics of jars, folders and gathered indexes, in their order. */
    public synchronized Collection<Magic> of(Collection<String> sources) {
        bySource.keySet().retainAll(sources);
        return sources.stream()
                .flatMap(each -> bySource.computeIfAbsent(each, MagicIndexReader::read).stream())
                .toList();
    }

    private static List<Magic> read(String source) {
        try {
            var text = text(source);
            return !text.isEmpty() && Json.read(text) instanceof List<?> list
                    ? list.stream().map(each -> magic(new Fields(map(each)))).toList()
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

    private static Magic magic(Fields fields) {
        return new Magic(
                fields.text("name"),
                Magic.Kind.valueOf(fields.text("kind")),
                fields.text("returnType"),
                fields.text("summary", ""),
                fields.text("help", ""),
                parameters(fields.list("options")),
                parameters(fields.list("positionals")));
    }

    private static List<Magic.Parameter> parameters(List<Object> list) {
        var parameters = new ArrayList<Magic.Parameter>();
        for (var each : list) {
            var fields = new Fields(map(each));
            parameters.add(
                    new Magic.Parameter(
                            fields.texts("names"),
                            fields.flag("expression", false),
                            fields.flag("takesValue", false),
                            fields.flag("many", false),
                            fields.text("description", ""),
                            fields.texts("candidates")));
        }
        return parameters;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }
}
