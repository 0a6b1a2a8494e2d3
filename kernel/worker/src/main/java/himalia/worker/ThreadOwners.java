package himalia.worker;

import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an inherited value of other threads, which Java offers for the calling thread alone: a thread that burns in a
 * library cannot be asked. It only reads, and needs {@code --add-opens java.base/java.lang=ALL-UNNAMED}.
 */
final class ThreadOwners {
    private final Field locals;
    private final Field table;
    private final Field value;

    private ThreadOwners(Field locals, Field table, Field value) {
        this.locals = locals;
        this.table = table;
        this.value = value;
    }

    /** Returns the way to read them, where this JVM lets us. */
    static Optional<ThreadOwners> open() {
        try {
            var locals = opened(Thread.class, "inheritableThreadLocals");
            var table = opened(locals.getType(), "table");
            var value = opened(table.getType().getComponentType(), "value");
            return Optional.of(new ThreadOwners(locals, table, value));
        } catch (NoSuchFieldException | InaccessibleObjectException e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.DEBUG, "threads of a cell cannot be told", e);
            return Optional.empty();
        }
    }

    private static Field opened(Class<?> type, String name) throws NoSuchFieldException {
        var field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** Returns what {@code thread} has in {@code local}; null where it has nothing. */
    @Nullable Object get(Thread thread, InheritableThreadLocal<?> local)
            throws IllegalAccessException {
        var map = locals.get(thread);
        if (map != null && table.get(map) instanceof @Nullable Object[] entries) {
            for (var entry : entries) {
                if (entry instanceof Reference<?> key && refersTo(key, local)) {
                    return value.get(entry);
                }
            }
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static boolean refersTo(Reference<?> key, Object local) {
        return ((Reference<Object>) key).refersTo(local);
    }
}
