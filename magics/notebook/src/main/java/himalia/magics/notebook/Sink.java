package himalia.magics.notebook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Where values go that are measured and not wanted: a write that no compiler leaves out, and that costs next to nothing.
 * Numbers are written as such, so that nothing need be made of them that holds them.
 */
final class Sink {
    private static final VarHandle NUMBER = handle("number", double.class);
    private static final VarHandle WHOLE = handle("whole", long.class);
    private static final VarHandle ANY = handle("any", Object.class);

    private static double number;
    private static long whole;
    private static @Nullable Object any;

    private Sink() {}

    static void take(@Nullable Object value) {
        if (value instanceof Double each) {
            NUMBER.setOpaque((double) each);
        } else if (value instanceof Integer each) {
            WHOLE.setOpaque((long) each);
        } else if (value instanceof Long each) {
            WHOLE.setOpaque((long) each);
        } else if (value instanceof Boolean each) {
            WHOLE.setOpaque(each ? 1L : 0L);
        } else {
            ANY.setOpaque(value);
        }
    }

    /** Holds on to nothing any more. */
    static void empty() {
        ANY.setOpaque((Object) null);
    }

    private static VarHandle handle(String name, Class<?> type) {
        try {
            return MethodHandles.lookup().findStaticVarHandle(Sink.class, name, type);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
