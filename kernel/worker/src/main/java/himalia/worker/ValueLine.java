package himalia.worker;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value in one short line, for a list of variables. */
final class ValueLine {
    private static final int MOST = 200;
    private static final int MOST_ITEMS = 20;

    private ValueLine() {}

    static String of(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof CharSequence text) {
            return '"' + escaped(cut(text)) + '"';
        }
        if (value instanceof Character character) {
            return "'" + escaped(character.toString()) + "'";
        }
        if (value.getClass().isArray()) {
            return array(value);
        }
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return collection(value);
        }
        return escaped(cut(text(value)));
    }

    /** One whose session has ended, or that another thread changes, may refuse even to say how many it has. */
    private static String collection(Object value) {
        var name = value.getClass().getSimpleName();
        try {
            return value instanceof Map<?, ?> map
                    ? name + " (" + map.size() + ") " + list(map.entrySet())
                    : name
                            + " ("
                            + ((Collection<?>) value).size()
                            + ") "
                            + list((Collection<?>) value);
        } catch (RuntimeException | StackOverflowError e) {
            return escaped(cut(name + " (its elements cannot be read: " + e + ")"));
        }
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        var text = new StringBuilder(array.getClass().getComponentType().getSimpleName());
        text.append('[').append(length).append("] {");
        for (int i = 0; i < length && i < MOST_ITEMS && text.length() < MOST; i++) {
            text.append(i == 0 ? "" : ", ").append(item(Array.get(array, i)));
        }
        return text.append(length > MOST_ITEMS ? ", …}" : "}").toString();
    }

    private static String list(Iterable<?> items) {
        var text = new StringBuilder("[");
        int shown = 0;
        for (var item : items) {
            if (shown == MOST_ITEMS || text.length() > MOST) {
                return text.append(", …]").toString();
            }
            text.append(shown == 0 ? "" : ", ").append(item(item));
            shown++;
        }
        return text.append(']').toString();
    }

    private static String item(@Nullable Object item) {
        return item == null ? "null" : escaped(cut(text(item)));
    }

    private static String text(Object value) {
        try {
            return CellNames.shown(String.valueOf(value));
        } catch (RuntimeException | StackOverflowError e) {
            return value.getClass().getSimpleName() + " (its toString failed: " + e + ")";
        }
    }

    private static String cut(CharSequence text) {
        if (text.length() <= MOST) {
            return text.toString();
        }
        int end = Character.isHighSurrogate(text.charAt(MOST - 1)) ? MOST - 1 : MOST;
        return text.subSequence(0, end) + "… (" + text.length() + " characters)";
    }

    private static String escaped(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t");
    }
}
