package himalia.streaming;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/** Makes a record of a line: of JSON by the names of its keys, of CSV by those of the header, or in the record's order. */
final class TextLines<T extends Record> implements MapFunction<String, T>, Serializable {
    private static final long serialVersionUID = 1;
    private static final int SHOWN = 80;

    private final Class<T> type;
    private final String where;
    private final List<String> header;
    private final char separator;

    TextLines(Class<T> type, String where, List<String> header, char separator) {
        this.type = type;
        this.where = where;
        this.header = new ArrayList<>(header);
        this.separator = separator;
    }

    @Override
    public T map(String line) {
        var values = line.stripLeading().startsWith("{") ? json(line) : csv(line);
        var components = type.getRecordComponents();
        var made = new Object[components.length];
        var types = new Class<?>[components.length];
        for (int i = 0; i < made.length; i++) {
            var name = components[i].getName();
            types[i] = components[i].getType();
            if (!values.containsKey(name)) {
                throw slip(line, "it has no '" + name + "'; there are: " + values.keySet());
            }
            try {
                made[i] = TextValue.of(values.get(name), types[i]);
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                throw slip(
                        line,
                        "'%s' is %s, and %s.%s is %s%s"
                                .formatted(
                                        name,
                                        values.get(name),
                                        type.getSimpleName(),
                                        name,
                                        types[i].getSimpleName(),
                                        TextValue.form(types[i])));
            }
        }
        return record(line, types, made);
    }

    private T record(String line, Class<?>[] types, @Nullable Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw slip(line, type.getSimpleName() + " refuses it: " + e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has this constructor", e);
        }
    }

    private Map<String, @Nullable String> json(String line) {
        try {
            var values = new LinkedHashMap<String, @Nullable String>();
            for (var entry : JsonParser.parseString(line).getAsJsonObject().entrySet()) {
                values.put(entry.getKey(), text(entry.getValue()));
            }
            return values;
        } catch (JsonParseException | IllegalStateException e) {
            throw slip(line, "it is no JSON object: " + e.getMessage());
        }
    }

    private static @Nullable String text(JsonElement value) {
        if (value.isJsonNull()) {
            return null;
        }
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private Map<String, @Nullable String> csv(String line) {
        var cells = cells(line, separator);
        if (cells.size() != header.size()) {
            throw slip(
                    line,
                    "it has %d value%s, and not %d: %s%s"
                            .formatted(
                                    cells.size(),
                                    cells.size() == 1 ? "" : "s",
                                    header.size(),
                                    String.join(", ", header),
                                    isOpen(line)
                                            ? "; a quote is open at its end, and a row of a stream is one line"
                                            : ""));
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        for (int i = 0; i < cells.size(); i++) {
            values.put(header.get(i), cells.get(i).isEmpty() ? null : cells.get(i));
        }
        return values;
    }

    /** Parts a line; a quote opens a cell where that begins, two in it are one. */
    static List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static boolean isOpen(String line) {
        return line.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private IllegalArgumentException slip(String line, String what) {
        var shown = line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line;
        return new IllegalArgumentException("%s, line '%s': %s".formatted(where, shown, what));
    }
}
