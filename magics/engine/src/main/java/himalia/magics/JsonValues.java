package himalia.magics;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as maps, lists, texts and booleans; numbers as texts, null as an empty one. Token by token, which every
 * version of Gson can: a user may have put an old one before ours.
 */
final class JsonValues {
    private JsonValues() {}

    static Object read(JsonReader json) throws IOException {
        return switch (json.peek()) {
            case BEGIN_OBJECT -> object(json);
            case BEGIN_ARRAY -> array(json);
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield "";
            }
            default -> json.nextString();
        };
    }

    private static Map<String, Object> object(JsonReader json) throws IOException {
        var fields = new LinkedHashMap<String, Object>();
        json.beginObject();
        while (json.hasNext()) {
            fields.put(json.nextName(), read(json));
        }
        json.endObject();
        return fields;
    }

    private static List<Object> array(JsonReader json) throws IOException {
        var values = new ArrayList<Object>();
        json.beginArray();
        while (json.hasNext()) {
            values.add(read(json));
        }
        json.endArray();
        return values;
    }
}
