package himalia.magics.spi;

import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The values of earlier cells, by their number: {@code Out.get(3)}; with its type as {@code $3}. */
public final class Out {
    private static final Object NULL = new Object();
    private static final Map<Integer, Object> VALUES = new ConcurrentHashMap<>();

    private Out() {}

    /** Returns the value that cell {@code count} showed. */
    public static @Nullable Object get(int count) {
        var value = VALUES.get(count);
        if (value == null) {
            throw new NoSuchElementException(
                    "cell " + count + " showed no value; there are: " + VALUES.keySet());
        }
        return value == NULL ? null : value;
    }

    /** Keeps a value; called by the process that runs the cells. */
    public static void keep(int count, @Nullable Object value) {
        VALUES.put(count, value == null ? NULL : value);
    }

    /** Returns a value and forgets it; called where code of a string was evaluated. */
    public static @Nullable Object take(int count) {
        var value = VALUES.remove(count);
        return value == NULL ? null : value;
    }

    /** Forgets every value, so that their memory can be used again. */
    public static void clear() {
        VALUES.clear();
    }
}
