package himalia.table;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps, lists and values as JSON, token by token, which every version of Gson can. */
final class JsonOfRows {
    private JsonOfRows() {}

    static String of(@Nullable Object value) {
        var text = new StringWriter();
        try (var json = new JsonWriter(text)) {
            json.setLenient(true);
            write(json, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonWriter json, @Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            json.beginObject();
            for (var entry : map.entrySet()) {
                json.name(String.valueOf(entry.getKey()));
                write(json, entry.getValue());
            }
            json.endObject();
        } else if (value instanceof List<?> list) {
            json.beginArray();
            for (var each : list) {
                write(json, each);
            }
            json.endArray();
        } else if (value == null) {
            json.nullValue();
        } else if (value instanceof Boolean flag) {
            json.value(flag.booleanValue());
        } else if (value instanceof Number number) {
            // JSON has no infinity. A long decimal that no double reaches is a number all the same.
            boolean isFloating = number instanceof Double || number instanceof Float;
            if (isFloating && !Double.isFinite(number.doubleValue())) {
                json.nullValue();
            } else {
                json.value(number);
            }
        } else {
            // It has no dates either.
            json.value(value.toString());
        }
    }
}
