package himalia.display.bundle;

import org.jspecify.annotations.Nullable;

/** Work that shows its own progress on a thread: of its parts, such as the folds of a validation, a library shows none. */
final class Parts {
    private static final ThreadLocal<@Nullable Progress> WHOLE = new ThreadLocal<>();

    private Parts() {}

    /** Returns whether this thread is in the midst of such work. One that nobody closed is over with its cell. */
    static boolean isOne() {
        var whole = WHOLE.get();
        return whole != null && whole.ending == null;
    }

    static void begin(Progress whole) {
        WHOLE.set(whole);
    }

    static void end(Progress whole) {
        if (WHOLE.get() == whole) {
            WHOLE.remove();
        }
    }
}
