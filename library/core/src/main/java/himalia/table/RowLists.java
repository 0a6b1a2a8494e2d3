package himalia.table;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * Values that are rows, wherever a table is wanted: a {@link Table}, and a list of records or of maps.
 *
 * <pre>{@code
 * record City(String name, int people) {}
 * Table cities = RowLists.table(List.of(new City("Oslo", 700_000))).orElseThrow();
 * }</pre>
 */
public final class RowLists {
    private RowLists() {}

    /**
     * Returns the value as a table, made by {@link Tables#of(Collection)} where it is a list; nothing where it holds no rows.
     *
     * @throws IllegalArgumentException if it holds rows that are no table, as {@link Tables#of(Collection)} says
     */
    public static Optional<Table> table(@Nullable Object value) {
        if (value instanceof Table table) {
            return Optional.of(table);
        }
        return first(value).isPresent()
                ? Optional.of(Tables.of((Collection<?>) Objects.requireNonNull(value)))
                : Optional.empty();
    }

    /** Returns whether a value holds rows; none is looked at but the first that is there. */
    public static boolean isRows(@Nullable Object value) {
        return value instanceof Table || first(value).isPresent();
    }

    /** Returns the columns that the first row tells of; none where the value holds no rows. No table is made. */
    public static List<String> columns(@Nullable Object value) {
        if (value instanceof Table table) {
            return table.columnNames();
        }
        return first(value).map(RowLists::names).orElse(List.of());
    }

    private static Optional<Object> first(@Nullable Object value) {
        return value instanceof Collection<?> rows
                ? rows.stream()
                        .filter(Objects::nonNull)
                        .findFirst()
                        .<Object>map(row -> row)
                        .filter(row -> row instanceof Record || row instanceof Map)
                : Optional.empty();
    }

    private static List<String> names(Object row) {
        return row instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : Arrays.stream(row.getClass().getRecordComponents())
                        .map(component -> component.getName())
                        .toList();
    }
}
