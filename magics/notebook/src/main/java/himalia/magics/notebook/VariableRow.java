package himalia.magics.notebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One variable of the notebook.
 *
 * @param name its name
 * @param type its static type
 * @param value what it holds, as text, cut to a line; null where that is null
 */
public record VariableRow(String name, String type, @Nullable String value) {
    /** How the kernel writes null; a text would have quotes around it. */
    private static final String NULL = "null";

    /** Reads the kernel's answer. */
    static List<VariableRow> all(@Nullable Object answer) {
        return answer instanceof List<?> rows
                ? rows.stream()
                        .filter(Map.class::isInstance)
                        .map(row -> of((Map<?, ?>) row))
                        .toList()
                : List.of();
    }

    private static VariableRow of(Map<?, ?> row) {
        var value = String.valueOf(row.get("value"));
        return new VariableRow(
                String.valueOf(row.get("name")),
                String.valueOf(row.get("type")),
                value.equals(NULL) ? null : value);
    }
}
