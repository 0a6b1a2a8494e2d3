package himalia.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import himalia.table.RowFingerprints;
import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes records as JSON. Each stands under the name of its type, {@code {"Smote": {…}}}; arrays of bytes and the hashes
 * of rows stand in files beside it, {@code {"file": "0.bin"}}.
 *
 * <p>It goes by the types that components are declared with, as {@link RecordReader} does, so that nothing is written
 * that could not be read.
 */
final class RecordWriter {
    private final SavedRegistry registry;
    private final boolean standIns;
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    RecordWriter(SavedRegistry registry) {
        this(registry, true);
    }

    /**
     * Writes for a reader, or for who trains anew.
     *
     * @param standIns whether something else may stand in place of code, {@link SavedAs}: a model that was trained predicts so
     */
    RecordWriter(SavedRegistry registry, boolean standIns) {
        this.registry = registry;
        this.standIns = standIns;
    }

    /** Returns the files that belong to what was written. */
    Map<String, byte[]> files() {
        return files;
    }

    /**
     * Writes a value.
     *
     * @param declared what the reader will want here
     * @param where what the value is of what, for messages
     */
    JsonElement write(@Nullable Object value, Type declared, String where) {
        if (declared instanceof WildcardType wildcard) {
            return write(value, wildcard.getUpperBounds()[0], where);
        }
        if (declared instanceof ParameterizedType generic) {
            var parts = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class && value instanceof List<?> list) {
                return list(list, parts[0], where);
            }
            boolean isByText = generic.getRawType() == Map.class && parts[0] == String.class;
            if (isByText && value instanceof Map<?, ?> map) {
                return map(map, parts[1], where);
            }
            return ofClass(value, generic.getRawType(), where);
        }
        return ofClass(value, declared, where);
    }

    private JsonElement ofClass(@Nullable Object value, Type declared, String where) {
        if (value != null && declared instanceof Class<?> type) {
            if (value instanceof RowFingerprints rows && type == RowFingerprints.class) {
                return fingerprints(rows);
            }
            if (value instanceof byte[] bytes) {
                return file(bytes);
            }
            if (type.isArray()) {
                return array(value, type.getComponentType(), where);
            }
            if (PlainValues.are(type)) {
                return PlainValues.write(value);
            }
            if (value instanceof SavedAs other) {
                return record(other, where);
            }
            if (value instanceof Record record) {
                return record(record);
            }
            if (value instanceof Model model) {
                return ofClass(model.saved(), Record.class, where);
            }
        }
        throw new IllegalArgumentException(
                "%s is %s, declared as %s, which has no form in a model file; it holds numbers, texts, booleans, enums, lists, maps by text, arrays, and records that a SavedTypes names"
                        .formatted(
                                where,
                                value == null ? "null" : "a " + kind(value.getClass()),
                                declared.getTypeName()));
    }

    /** A lambda has no name that anybody wrote. */
    private static String kind(Class<?> type) {
        return type.isHidden() || type.isSynthetic() ? "lambda" : type.getName();
    }

    private JsonElement record(SavedAs code, String where) {
        if (!standIns) {
            throw new IllegalArgumentException(
                    "%s is code of this process, which no other one has: %s"
                            .formatted(where, code));
        }
        return record(code.savedAs());
    }

    private JsonElement record(Record record) {
        var content = new JsonObject();
        var values = RecordParts.of(record);
        for (var component : record.getClass().getRecordComponents()) {
            var name = component.getName();
            var where = "'%s' of a %s".formatted(name, record.getClass().getSimpleName());
            content.add(name, write(values.get(name), component.getGenericType(), where));
        }
        var object = new JsonObject();
        object.add(registry.name(record), content);
        return object;
    }

    private JsonElement fingerprints(RowFingerprints rows) {
        var columns = new JsonArray();
        rows.columns().forEach(columns::add);
        var object = new JsonObject();
        object.add("columns", columns);
        object.addProperty("rows", rows.rows());
        var hashes = rows.allHashes();
        var bytes = ByteBuffer.allocate(Long.BYTES * hashes.length);
        bytes.asLongBuffer().put(hashes);
        object.add("hashes", file(bytes.array()));
        return object;
    }

    private JsonElement list(List<?> list, Type each, String where) {
        var array = new JsonArray(list.size());
        list.forEach(value -> array.add(write(value, each, "a value in " + where)));
        return array;
    }

    /** In the order of the names: a map that was copied has another order in every process. */
    private JsonElement map(Map<?, ?> map, Type each, String where) {
        var object = new JsonObject();
        new TreeMap<>(map)
                .forEach(
                        (name, value) ->
                                object.add(
                                        (String) name,
                                        write(value, each, "'%s' in %s".formatted(name, where))));
        return object;
    }

    private JsonElement array(Object value, Class<?> each, String where) {
        int length = Array.getLength(value);
        var array = new JsonArray(length);
        for (int i = 0; i < length; i++) {
            array.add(write(Array.get(value, i), each, "a value in " + where));
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
