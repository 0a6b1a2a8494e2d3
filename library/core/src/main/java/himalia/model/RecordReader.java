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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes records of what {@link RecordWriter} wrote, of the types that are known and no others. */
final class RecordReader {
    private final SavedRegistry registry;
    private final Function<String, byte[]> files;

    /**
     * Makes a reader.
     *
     * @param files gives the files beside what is read, by name
     */
    RecordReader(SavedRegistry registry, Function<String, byte[]> files) {
        this.registry = registry;
        this.files = files;
    }

    /** Returns a value of the type that is wanted. */
    Object read(JsonElement json, Type wanted) {
        if (wanted instanceof WildcardType wildcard) {
            return read(json, wildcard.getUpperBounds()[0]);
        }
        if (wanted instanceof ParameterizedType generic) {
            if (generic.getRawType() == List.class) {
                return list(json, generic.getActualTypeArguments()[0]);
            }
            if (generic.getRawType() == Map.class) {
                return map(json, generic.getActualTypeArguments()[1]);
            }
            return read(json, generic.getRawType());
        }
        var type = (Class<?>) wanted;
        if (type == RowFingerprints.class) {
            return fingerprints(json.getAsJsonObject());
        }
        if (type == byte[].class) {
            return file(json);
        }
        if (type.isArray()) {
            return array(json.getAsJsonArray(), type.getComponentType());
        }
        return json.isJsonObject()
                ? record(json.getAsJsonObject(), type)
                : PlainValues.read(json, type);
    }

    private Object record(JsonObject json, Class<?> wanted) {
        if (json.size() != 1) {
            throw new IllegalArgumentException(
                    "a %s is wanted where it holds %s"
                            .formatted(wanted.getSimpleName(), json.keySet()));
        }
        var name = json.keySet().iterator().next();
        var type = registry.type(name);
        var content = json.get(name).getAsJsonObject();
        var components = type.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            var component = components[i].getName();
            if (!content.has(component)) {
                throw new IllegalArgumentException(
                        "its %s has no '%s', as this version's have; train the model again and save it"
                                .formatted(name, component));
            }
            var part = content.get(component);
            values[i] = read(part, components[i].getGenericType());
        }
        Object made = RecordParts.make(type, values);
        if (made instanceof Saved<?> saved && !wanted.isInstance(made)) {
            made = saved.restore();
        }
        if (!wanted.isInstance(made)) {
            throw new IllegalArgumentException(
                    "a %s is wanted where it holds a %s".formatted(wanted.getSimpleName(), name));
        }
        return made;
    }

    private static JsonElement part(JsonObject json, String of, String name) {
        var part = json.get(name);
        if (part == null) {
            throw new IllegalArgumentException("its %s has no '%s'".formatted(of, name));
        }
        return part;
    }

    private List<Object> list(JsonElement json, Type each) {
        var list = new ArrayList<Object>();
        for (var element : json.getAsJsonArray()) {
            list.add(read(element, each));
        }
        return list;
    }

    private Map<String, Object> map(JsonElement json, Type each) {
        var map = new LinkedHashMap<String, Object>();
        json.getAsJsonObject()
                .entrySet()
                .forEach(entry -> map.put(entry.getKey(), read(entry.getValue(), each)));
        return map;
    }

    private Object array(JsonArray json, Class<?> each) {
        var array = Array.newInstance(each, json.size());
        for (int i = 0; i < json.size(); i++) {
            Array.set(array, i, read(json.get(i), each));
        }
        return array;
    }

    private RowFingerprints fingerprints(JsonObject json) {
        var of = RowFingerprints.class.getSimpleName();
        var bytes = file(part(json, of, "hashes"));
        var hashes = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
        var columns = list(part(json, of, "columns"), String.class);
        return RowFingerprints.of(
                columns.stream().map(String.class::cast).toList(),
                part(json, of, "rows").getAsInt(),
                hashes);
    }

    private byte[] file(JsonElement json) {
        return files.apply(part(json.getAsJsonObject(), "array", "file").getAsString());
    }
}
