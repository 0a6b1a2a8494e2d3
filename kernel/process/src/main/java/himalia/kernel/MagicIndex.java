package himalia.kernel;

import himalia.kernel.java.JarText;
import himalia.kernel.magic.Magic;
import himalia.kernel.protocol.Fields;
import himalia.kernel.protocol.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What jars say of their magics, in a file that their builds write; a jar is read once. */
final class MagicIndex {
    private static final String FILE = "META-INF/himalia/magics.json";

    private final Map<String, List<Magic>> byJar = new HashMap<>();

    /** Returns the magics of jars and folders, in their order. */
    synchronized Collection<Magic> of(Collection<String> jars) {
        return jars.stream()
                .flatMap(jar -> byJar.computeIfAbsent(jar, MagicIndex::read).stream())
                .toList();
    }

    private static List<Magic> read(String jar) {
        var text = JarText.of(jar, FILE);
        return !text.isEmpty() && Json.read(text) instanceof List<?> list
                ? list.stream().map(each -> magic(new Fields(map(each)))).toList()
                : List.of();
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
