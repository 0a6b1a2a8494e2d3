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
        } else if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            json.value(number);
        } else {
            // JSON has no infinity and no dates.
            json.value(value.toString());
        }
    }
}
