package himalia.display.chart;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what a Vega-Lite description is made of. */
final class Json {
    private Json() {}

    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> of(e.getKey()) + ":" + of(e.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Json::of).collect(Collectors.joining(",\n", "[", "]"));
        }
        if (value instanceof String text) {
            return "\""
                    + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                    + "\"";
        }
        return String.valueOf(value);
    }
}
