package himalia.featurestore;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import himalia.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The keys of rows, one for each row: 7 is the same key as an int and as a long, and a text is another than a number. A row that
 * misses a part of its key has none.
 */
final class EntityKeys {
    /** The kind of keys that are whole numbers. */
    static final String NUMBERS = "numbers";

    /** The kind of keys of stored rows that are written as texts, whatever they were. */
    private static final String WRITTEN = "";

    private static final Gson TEXTS = new GsonBuilder().disableHtmlEscaping().create();

    private final List<Column<?>> columns;
    private final int rows;
    private final String where;

    private EntityKeys(List<Column<?>> columns, int rows, String where) {
        this.columns = columns;
        this.rows = rows;
        this.where = where;
    }

    /**
     * Reads keys.
     *
     * @param where the rows are, for a message
     */
    static EntityKeys of(Table rows, List<String> joinKeys, String where) {
        var columns = new ArrayList<Column<?>>();
        for (var key : joinKeys) {
            columns.add(Cells.find(rows, key, where));
        }
        return new EntityKeys(columns, rows.rowCount(), where);
    }

    /** Returns whether keys of that kind are texts. */
    static boolean isText(String kind) {
        return kind.equals(WRITTEN) || kind.equals("text");
    }

    /** Returns what the keys are made of. */
    List<String> kinds() {
        return columns.stream()
                .map(column -> column instanceof NumericColumn<?> ? NUMBERS : Tables.kind(column))
                .toList();
    }

    /** Refuses keys of another kind than a view has: none of them would be found. */
    void check(List<String> kinds, String view) {
        for (int i = 0; i < kinds.size(); i++) {
            var there = kinds.get(i);
            var here = kinds().get(i);
            boolean isOther = there.equals(WRITTEN) ? here.equals(NUMBERS) : !there.equals(here);
            if (isOther && !isEmpty(columns.get(i))) {
                throw new IllegalArgumentException(
                        "%s: the key '%s' holds %s, and in view '%s' %s, so none would be found"
                                .formatted(
                                        where,
                                        columns.get(i).name(),
                                        here,
                                        view,
                                        there.equals(WRITTEN) ? "text" : there));
            }
        }
    }

    /** Returns true where every cell is missing, and the kind says nothing. */
    private static boolean isEmpty(Column<?> column) {
        return Tables.countMissing(column) == column.size();
    }

    /** Returns a row's key, as it is compared; null where a part is missing. */
    @Nullable Object key(int row) {
        if (columns.size() == 1) {
            return part(columns.get(0), row);
        }
        var parts = new ArrayList<Object>(columns.size());
        for (var column : columns) {
            var part = part(column, row);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    private @Nullable Object part(Column<?> column, int row) {
        if (Tables.isMissing(column, row)) {
            return null;
        }
        if (column.type() == ColumnType.LONG) {
            return column.get(row);
        }
        if (!(column instanceof NumericColumn<?> numbers)) {
            return column.getString(row);
        }
        double number = numbers.getDouble(row);
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new IllegalArgumentException(
                    "%s, row %d: the key '%s' is %s, and keys are whole numbers or texts"
                            .formatted(where, row, column.name(), number));
        }
        return (long) number;
    }

    /** Numbers the keys of feature rows from 0; -1 stands for none. */
    int[] number(Map<Object, Integer> numbers) {
        var made = new int[rows];
        for (int row = 0; row < rows; row++) {
            var key = key(row);
            made[row] = key == null ? -1 : numbers.computeIfAbsent(key, each -> numbers.size());
        }
        return made;
    }

    /** Finds the numbers of keys; -1 for one that is not among them. */
    int[] find(Map<Object, Integer> numbers) {
        var found = new int[rows];
        for (int row = 0; row < rows; row++) {
            var key = key(row);
            found[row] = key == null ? -1 : numbers.getOrDefault(key, -1);
        }
        return found;
    }

    /** Writes a key as the store's file has it. */
    static String text(Object key) {
        return TEXTS.toJson(key);
    }

    /** Reads a key from the store's file. */
    static Object read(String text) {
        return read(JsonParser.parseString(text));
    }

    /** Returns what the parts of a stored key are. */
    static List<String> kinds(String text) {
        var key = read(text);
        var parts = key instanceof List<?> some ? some : List.of(key);
        return parts.stream().map(part -> part instanceof Long ? NUMBERS : WRITTEN).toList();
    }

    private static Object read(JsonElement part) {
        if (part.isJsonArray()) {
            return part.getAsJsonArray().asList().stream().map(EntityKeys::read).toList();
        }
        var value = part.getAsJsonPrimitive();
        return value.isNumber() ? (Object) value.getAsLong() : value.getAsString();
    }

    /** Returns a map to number keys with. */
    static Map<Object, Integer> numbers() {
        return new HashMap<>();
    }
}
