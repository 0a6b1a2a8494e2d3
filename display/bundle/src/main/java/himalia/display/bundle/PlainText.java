package himalia.display.bundle;

import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Values without a look of their own as text: arrays, collections and records by what is in them, what can be used once
 * only by what it is, and the rest as they print themselves.
 */
public final class PlainText {
    /** How the names of classes begin that a cell declares. */
    private static final String OF_CELLS = "REPL.";

    /** The most elements shown of one array or collection. */
    private static final int MOST = 500;

    /** The most elements shown in all, however they are nested. */
    private static final int MOST_IN_ALL = 5_000;

    private static final int DEEPEST = 20;

    private final Map<Object, Boolean> open = new IdentityHashMap<>();
    private int shown;

    private PlainText() {}

    /** Returns the value as text; of what holds thousands of values, the first few hundred. */
    public static String of(@Nullable Object value) {
        return new PlainText().text(value);
    }

    private String text(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (open.size() >= DEEPEST || open.put(value, true) != null) {
            return "…";
        }
        try {
            return inside(value);
        } catch (OutOfMemoryError e) {
            // The cell's own failure says what to do about it.
            throw e;
        } catch (RuntimeException | Error e) {
            Orders.obey(e);
            return value.getClass().getName() + " [its toString failed: " + e + "]";
        } finally {
            open.remove(value);
        }
    }

    private String inside(Object value) {
        if (value.getClass().isArray()) {
            int length = Array.getLength(value);
            var elements = IntStream.range(0, length).mapToObj(i -> Array.get(value, i));
            return listed(elements.iterator(), length, "[", "]");
        }
        if (value instanceof Optional<?> optional && optional.isPresent()) {
            return "Optional[" + text(optional.get()) + "]";
        }
        if (value instanceof Record own && isAsGenerated(own.getClass())) {
            return record(own);
        }
        if (value instanceof List<?> list && !hasOwnText(list)) {
            return listed(list.iterator(), list.size(), "[", "]");
        }
        if (value instanceof Collection<?> collection && isTextOfCollections(collection)) {
            return listed(collection.iterator(), collection.size(), "[", "]");
        }
        if (value instanceof Map<?, ?> map && isTextOfCollections(map)) {
            return listed(map.entrySet().iterator(), map.size(), "{", "}");
        }
        if (value instanceof Map.Entry<?, ?> entry && isTextOfCollections(entry)) {
            return text(entry.getKey()) + "=" + text(entry.getValue());
        }
        // A toString of the user's may give null.
        return Opaque.words(value).orElseGet(() -> String.valueOf(value.toString()));
    }

    private String listed(Iterator<?> elements, int size, String begin, String end) {
        var text = new StringBuilder(begin);
        for (int i = 0; i < size && elements.hasNext(); i++) {
            text.append(i == 0 ? "" : ", ");
            if (i == MOST || shown++ >= MOST_IN_ALL) {
                text.append("… ").append(String.format(Locale.ROOT, "%,d", size));
                return text.append(" in all").append(end).toString();
            }
            text.append(text(elements.next()));
        }
        return text.append(end).toString();
    }

    /**
     * Returns whether a list, a map or the like prints itself by a toString of its own: a cell's, or one of a library that says
     * something else than Java's lists and maps do. Of what holds thousands of values nobody asks that.
     */
    public static boolean hasOwnText(Object value) {
        int size = value instanceof Map<?, ?> map ? map.size() : ((Collection<?>) value).size();
        var author = authorOfText(value);
        if (size > MOST || author.startsWith("java.")) {
            return false;
        }
        var text = author.startsWith(OF_CELLS) ? "" : String.valueOf(value.toString());
        return !text.startsWith("[") && !text.startsWith("{");
    }

    /** Returns whether it prints itself as Java's collections do, and not as an address. */
    private static boolean isTextOfCollections(Object value) {
        return authorOfText(value).startsWith("java.util.");
    }

    /** Returns the name of the class whose toString it has. */
    private static String authorOfText(Object value) {
        try {
            return value.getClass().getMethod("toString").getDeclaringClass().getName();
        } catch (NoSuchMethodException | LinkageError e) {
            // Its other methods name classes that are not there.
            return value.getClass().getName();
        }
    }

    /** Returns whether the records of a class print themselves by a toString that somebody wrote. */
    public static boolean hasOwnText(Class<? extends Record> type) {
        return !isAsGenerated(type);
    }

    /** The compiler's toString is final; who writes one wants it to be seen. */
    private static boolean isAsGenerated(Class<?> type) {
        try {
            var method = type.getDeclaredMethod("toString");
            return Modifier.isFinal(method.getModifiers());
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private String record(Record value) {
        var text = new StringBuilder(value.getClass().getSimpleName()).append('[');
        try {
            var separator = "";
            for (var component : value.getClass().getRecordComponents()) {
                // As its toString does: an accessor may say something else, or print.
                var field = value.getClass().getDeclaredField(component.getName());
                field.setAccessible(true);
                text.append(separator).append(component.getName()).append('=');
                text.append(text(field.get(value)));
                separator = ", ";
            }
        } catch (ReflectiveOperationException | RuntimeException e) {
            return value.toString();
        }
        return text.append(']').toString();
    }
}
