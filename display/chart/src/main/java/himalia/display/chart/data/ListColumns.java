package himalia.display.chart.data;

import himalia.display.bundle.Listed;
import himalia.display.bundle.NamedPart;
import himalia.display.bundle.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A list of records or of maps as a table.
 *
 * @param rows the records or maps
 * @param parts what gives each column's value of a row
 */
record ListColumns(List<?> rows, Map<String, NamedPart> parts) implements Columns {
    private static final int LISTED = 20;

    static ListColumns of(Iterable<?> given) {
        var rows = new ArrayList<@Nullable Object>();
        given.forEach(rows::add);
        var first = rows.stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (first == null) {
            return new ListColumns(rows, Map.of());
        }
        var parts = new LinkedHashMap<String, NamedPart>();
        NamedPart.of(rows)
                .orElseThrow(() -> refusal(first))
                .forEach(part -> parts.put(part.name(), part));
        return new ListColumns(rows, parts);
    }

    private static IllegalArgumentException refusal(Object first) {
        return new IllegalArgumentException(
                "a chart from rows takes a table, or a list of records or of maps; got one of "
                        + first.getClass().getSimpleName());
    }

    @Override
    public List<String> names() {
        return List.copyOf(parts.keySet());
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public DataColumn column(String name) {
        var part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(missing(name));
        }
        var values = new Object[rows.size()];
        Arrays.setAll(values, row -> part.value(rows.get(row)));
        return DataColumn.of(name, Arrays.asList(values));
    }

    private String missing(String name) {
        return parts.isEmpty()
                ? "no column '%s': there are no rows".formatted(name)
                : "no column '%s'%s There are: %s"
                        .formatted(
                                name,
                                Nearest.to(name, names())
                                        .map(near -> "; did you mean '" + near + "'?")
                                        .orElse("."),
                                Listed.of(names(), LISTED));
    }
}
