package himalia.worker;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.Captured;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/** What is captured at present, the innermost first; only what belongs to the capturing cell is taken. */
final class Captures {
    private final Deque<Open> open = new ArrayDeque<>();
    private volatile boolean any;

    private record Open(long cell, Captured into) {}

    synchronized void begin(long cell, Captured into) {
        open.push(new Open(cell, into));
        any = true;
    }

    synchronized void end(Captured into) {
        open.removeIf(each -> each.into() == into);
        any = !open.isEmpty();
    }

    /** Returns whether text of a cell was taken, and is not to be shown. */
    boolean take(long cell, String stream, CharSequence text) {
        return any && taken(cell, into -> into.print(stream, text));
    }

    /** Returns whether a display of a cell was taken, and is not to be shown. */
    boolean take(long cell, String id, boolean update, MimeBundle bundle) {
        return any && taken(cell, into -> into.display(id, update, bundle));
    }

    private synchronized boolean taken(long cell, Predicate<Captured> take) {
        for (var each : open) {
            if (each.cell() == cell && take.test(each.into())) {
                return true;
            }
        }
        return false;
    }
}
