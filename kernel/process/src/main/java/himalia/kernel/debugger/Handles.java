package himalia.kernel.debugger;

import java.util.HashMap;
import java.util.Map;

/** The numbers by which a front end names frames and variables, until the thread goes on. */
final class Handles {
    private final Map<Long, Object> byNumber = new HashMap<>();
    private long last;

    /** Returns a number for something. */
    synchronized long add(Object thing) {
        last++;
        byNumber.put(last, thing);
        return last;
    }

    /**
     * Returns what a number means.
     *
     * @throws DebugException if it means nothing of this kind any more
     */
    synchronized <T> T get(long number, Class<T> kind) {
        var found = byNumber.get(number);
        if (!kind.isInstance(found)) {
            throw new DebugException(
                    "number " + number + " means nothing any more; the program has gone on");
        }
        return kind.cast(found);
    }

    synchronized void clear() {
        byNumber.clear();
    }
}
