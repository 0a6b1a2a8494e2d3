package himalia.magics.spi;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the fields of an object of the index; what is missing is empty or false, what is of another kind refused. */
final class IndexFields {
    private IndexFields() {}

    static String text(Map<?, ?> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw unexpected(name, "a text", value);
    }

    static boolean flag(Map<?, ?> fields, String name) {
        return Boolean.TRUE.equals(fields.get(name));
    }

    static List<String> texts(Map<?, ?> fields, String name) {
        return all(fields, name).stream().map(String::valueOf).toList();
    }

    static <T> List<T> list(Map<?, ?> fields, String name, Function<Map<?, ?>, T> each) {
        return all(fields, name).stream()
                .map(
                        value -> {
                            if (value instanceof Map<?, ?> map) {
                                return each.apply(map);
                            }
                            throw unexpected(name, "objects", value);
                        })
                .toList();
    }

    private static List<?> all(Map<?, ?> fields, String name) {
        var value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw unexpected(name, "a list", value);
    }

    private static IllegalArgumentException unexpected(String name, String wanted, Object value) {
        return new IllegalArgumentException(
                "'%s' of a magic is to be %s, got '%s'".formatted(name, wanted, value));
    }
}
