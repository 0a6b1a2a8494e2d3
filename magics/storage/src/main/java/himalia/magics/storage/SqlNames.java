package himalia.magics.storage;

import himalia.magics.spi.LineSoFar;
import himalia.magics.spi.TextCandidates;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tech.tablesaw.api.Table;

/** Offers, in SQL, the columns of the lists of rows that it names, and the variables that are tables to it. */
public final class SqlNames implements TextCandidates {
    @Override
    public List<String> of(LineSoFar line) {
        var words = line.words();
        if (!words.get(words.size() - 1).equals("%%sql")) {
            return List.of();
        }
        var columns = new LinkedHashSet<String>();
        var tables = new ArrayList<String>();
        line.variables()
                .forEach(
                        (name, value) -> {
                            var row = firstRow(value);
                            if (row.isPresent() || value instanceof Table) {
                                tables.add(name);
                            }
                            if (words.contains(name)) {
                                row.ifPresent(first -> columns.addAll(columns(first)));
                            }
                        });
        columns.addAll(tables);
        return List.copyOf(columns);
    }

    private static Optional<Object> firstRow(Object value) {
        return value instanceof Collection<?> rows && !rows.isEmpty()
                ? Optional.<Object>ofNullable(rows.iterator().next())
                        .filter(row -> row instanceof Record || row instanceof Map)
                : Optional.empty();
    }

    private static List<String> columns(Object row) {
        return row instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : Arrays.stream(row.getClass().getRecordComponents())
                        .map(component -> component.getName())
                        .toList();
    }
}
