package himalia.kernel;

import himalia.kernel.magic.Magic;
import himalia.kernel.protocol.Fields;
import himalia.kernel.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/** Reads what the build wrote down about the magics, from the jar that has them. */
final class MagicIndex {
    private static final String FILE = "META-INF/himalia/magics.json";

    private MagicIndex() {}

    /** Returns the magics on a class path; none where there is no index. */
    static Collection<Magic> read(List<String> classPath) {
        var magics = new ArrayList<Magic>();
        for (var entry : classPath) {
            if (!entry.contains("himalia-magics") && !Files.isDirectory(Path.of(entry))) {
                continue;
            }
            var text = text(Path.of(entry));
            if (!text.isEmpty() && Json.read(text) instanceof List<?> list) {
                for (var each : list) {
                    magics.add(magic(new Fields(map(each))));
                }
            }
        }
        return magics;
    }

    private static String text(Path entry) {
        try {
            if (Files.isDirectory(entry)) {
                var file = entry.resolve(FILE);
                return Files.exists(file) ? Files.readString(file) : "";
            }
            try (var jar = new ZipFile(entry.toFile())) {
                var file = jar.getEntry(FILE);
                return file == null
                        ? ""
                        : new String(
                                jar.getInputStream(file).readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the magics of " + entry, e);
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
