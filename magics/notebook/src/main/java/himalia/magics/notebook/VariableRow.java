package himalia.magics.notebook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One variable of the notebook.
 *
 * @param name its name
 * @param type its static type
 * @param value what it holds, as text, cut to a line
 */
public record VariableRow(String name, String type, String value) {
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
        return new VariableRow(
                String.valueOf(row.get("name")),
                String.valueOf(row.get("type")),
                String.valueOf(row.get("value")));
    }
}
