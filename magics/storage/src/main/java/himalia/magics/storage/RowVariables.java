package himalia.magics.storage;

import himalia.magics.spi.Notebook;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The names of variables that may be rows, by their types. */
final class RowVariables {
    private static final Pattern ROWS =
            Pattern.compile("^(?:[\\w.]*\\.)?(?:Table|\\w*(?:List|Set|Collection|Deque))\\b");

    private RowVariables() {}

    static List<String> names(Notebook notebook) {
        return notebook.ask("variables", Map.of()) instanceof List<?> all
                ? all.stream()
                        .filter(Map.class::isInstance)
                        .map(each -> (Map<?, ?>) each)
                        .filter(each -> ROWS.matcher(String.valueOf(each.get("type"))).find())
                        .map(each -> String.valueOf(each.get("name")))
                        .toList()
                : List.of();
    }
}
