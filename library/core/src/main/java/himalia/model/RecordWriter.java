package himalia.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import himalia.table.RowFingerprints;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes records as JSON. Each stands under the name of its type, {@code {"Smote": {…}}}; arrays of bytes and of longs
 * stand in files beside it, {@code {"file": "0.bin"}}.
 */
final class RecordWriter {
    private final SavedRegistry registry;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    RecordWriter(SavedRegistry registry) {
        this.registry = registry;
    }

    /** Returns the files that belong to what was written. */
    Map<String, byte[]> files() {
        return files;
    }

    JsonElement write(Object value) {
        if (value instanceof Model model && !(value instanceof Record)) {
            return write(model.saved());
        }
        if (value instanceof Record record) {
            return record(record);
        }
        if (value instanceof RowFingerprints rows) {
            return fingerprints(rows);
        }
        if (value instanceof Number number) {
            // JSON has no word for infinity and NaN.
            double exact = number.doubleValue();
            return Double.isNaN(exact) || Double.isInfinite(exact)
                    ? new JsonPrimitive(Double.toString(exact))
                    : new JsonPrimitive(number);
        }
        if (value instanceof Boolean truth) {
            return new JsonPrimitive(truth);
        }
        if (value instanceof Enum<?> constant) {
            return new JsonPrimitive(constant.name());
        }
        if (value instanceof String text) {
            return new JsonPrimitive(text);
        }
        if (value instanceof Map<?, ?> map) {
            var object = new JsonObject();
            map.forEach((name, each) -> object.add((String) name, write(each)));
            return object;
        }
        return value instanceof List<?> list ? list(list) : array(value);
    }

    private JsonElement record(Record record) {
        var content = new JsonObject();
        RecordParts.of(record).forEach((name, value) -> content.add(name, write(value)));
        var object = new JsonObject();
        object.add(registry.name(record), content);
        return object;
    }

    private JsonElement fingerprints(RowFingerprints rows) {
        var object = new JsonObject();
        object.add("columns", list(rows.columns()));
        object.addProperty("rows", rows.rows());
        var hashes = rows.hashes();
        var bytes = ByteBuffer.allocate(Long.BYTES * hashes.length);
        bytes.asLongBuffer().put(hashes);
        object.add("hashes", file(bytes.array()));
        return object;
    }

    private JsonElement list(List<?> list) {
        var array = new JsonArray(list.size());
        list.forEach(each -> array.add(write(each)));
        return array;
    }

    private JsonElement array(Object value) {
        if (value instanceof byte[] bytes) {
            return file(bytes);
        }
        if (!value.getClass().isArray()) {
            throw new IllegalArgumentException(
                    "a %s has no form in a model file".formatted(value.getClass().getName()));
        }
        int length = Array.getLength(value);
        var array = new JsonArray(length);
        for (int i = 0; i < length; i++) {
            array.add(write(Array.get(value, i)));
        }
        return array;
    }

    private JsonElement file(byte[] bytes) {
        var name = files.size() + ".bin";
        files.put(name, bytes);
        var object = new JsonObject();
        object.addProperty("file", name);
        return object;
    }
}
