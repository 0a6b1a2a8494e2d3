package himalia.link;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message: its name and its fields.
 *
 * @param name one of the constants of {@link Messages}
 * @param fields null, booleans, numbers, texts, bytes, and lists and maps of them
 */
public record LinkMessage(String name, Map<String, ? extends @Nullable Object> fields) {
    private static final Map<String, Object> NOTHING = Map.of();

    /** A message without fields. */
    public static LinkMessage of(String name) {
        return new LinkMessage(name, NOTHING);
    }

    /** Returns a text field, empty if there is none. */
    public String text(String field) {
        var value = fields.get(field);
        return value == null ? "" : value.toString();
    }

    /** Returns a number field, 0 if there is none. */
    public long number(String field) {
        return fields.get(field) instanceof Number number ? number.longValue() : 0;
    }

    /** Returns a flag, false if there is none. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** Returns a bytes field, empty if there is none. */
    public byte[] bytes(String field) {
        return fields.get(field) instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** Returns a list field, empty if there is none. */
    public List<?> list(String field) {
        return fields.get(field) instanceof List<?> list ? list : List.of();
    }

    /** Returns a map field, empty if there is none. */
    @SuppressWarnings("unchecked")
    public Map<String, @Nullable Object> map(String field) {
        return fields.get(field) instanceof Map<?, ?> map
                ? (Map<String, @Nullable Object>) map
                : Map.of();
    }

    /** Returns whether the field is there and not null. */
    public boolean has(String field) {
        return fields.get(field) != null;
    }
}
