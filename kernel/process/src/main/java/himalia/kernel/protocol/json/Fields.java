package himalia.kernel.protocol.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object by type: absent or null gives the default, a wrong type an {@code IllegalArgumentException} that names the
 * field.
 *
 * <pre>{@code
 * String code = new Fields(message.content()).text("code", "");
 * }</pre>
 */
public record Fields(Map<String, Object> map) {
    /** Returns the text of a field. */
    public String text(String name, String otherwise) {
        var value = map.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof String text) {
            return text;
        }
        throw wrong(name, "a text", value);
    }

    /** Returns the text of a field that must be there. */
    public String text(String name) {
        if (map.get(name) == null) {
            throw missing(name);
        }
        return text(name, "");
    }

    /** Returns the truth of a field. */
    public boolean flag(String name, boolean otherwise) {
        var value = map.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name, "true or false", value);
    }

    /** Returns the whole number of a field. */
    public long number(String name, long otherwise) {
        var value = map.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number
                && !(value instanceof BigInteger)
                && number.doubleValue() == number.longValue()) {
            return number.longValue();
        }
        throw wrong(name, "a whole number", value);
    }

    /** Returns the whole number of a field, if it is there. */
    public Optional<Long> number(String name) {
        return map.get(name) == null ? Optional.empty() : Optional.of(number(name, 0));
    }

    /** Returns the object of a field; an empty one if it is absent. */
    public Map<String, Object> object(String name) {
        var value = map.get(name);
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> object) {
            return named(object);
        }
        throw wrong(name, "an object", value);
    }

    /** Returns the fields of the object of a field. */
    public Fields fields(String name) {
        return new Fields(object(name));
    }

    /** Returns the items of a field; none if it is absent. */
    public List<Object> list(String name) {
        var value = map.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> items) {
            return Collections.unmodifiableList(items);
        }
        throw wrong(name, "a list", value);
    }

    /** Returns the texts of a field; none if it is absent. */
    public List<String> texts(String name) {
        var texts = new ArrayList<String>();
        for (Object item : list(name)) {
            if (!(item instanceof String text)) {
                throw wrong(name, "a list of texts", item);
            }
            texts.add(text);
        }
        return texts;
    }

    /** Returns the objects of a field; none if it is absent. */
    public List<Map<String, Object>> objects(String name) {
        var objects = new ArrayList<Map<String, Object>>();
        for (Object item : list(name)) {
            if (!(item instanceof Map<?, ?> object)) {
                throw wrong(name, "a list of objects", item);
            }
            objects.add(named(object));
        }
        return objects;
    }

    /** Returns an unmodifiable copy in the same order, nulls included, which {@code Map.copyOf} can do neither of. */
    public static Map<String, Object> copy(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    // Whatever came from JSON has texts as keys.
    @SuppressWarnings("unchecked")
    private static Map<String, Object> named(Map<?, ?> object) {
        return Collections.unmodifiableMap((Map<String, Object>) object);
    }

    private static IllegalArgumentException missing(String name) {
        return new IllegalArgumentException("the field '" + name + "' is missing");
    }

    private static IllegalArgumentException wrong(
            String name, String wanted, @Nullable Object value) {
        var given = Json.write(value);
        return new IllegalArgumentException(
                "the field '"
                        + name
                        + "' must be "
                        + wanted
                        + ", got "
                        + (given.length() > 80 ? given.substring(0, 80) + "…" : given));
    }
}
