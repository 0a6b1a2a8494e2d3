package himalia.featurestore;

import himalia.display.bundle.Progress;
import java.util.Iterator;
import java.util.concurrent.CancellationException;

/**
 * Rows that are worked through, which may be many: how far it is shows, and an interrupt ends it. It is closed whatever happens to a row, since one that stays
 * open hides what else its cell shows.
 */
final class LongWork implements AutoCloseable {
    /** One less than so many rows, a power of two, between two looks. */
    private static final int MASK = (1 << 12) - 1;

    private final Progress progress;
    private long done;

    private LongWork(Progress progress) {
        this.progress = progress;
    }

    static LongWork on(String what, long rows) {
        return new LongWork(Progress.whenLong(what, rows));
    }

    /** Called before each row. */
    void step() {
        if ((done++ & MASK) == 0) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            if (done > 1) {
                progress.advance(MASK + 1);
            }
        }
    }

    /** Passes rows on, a step for each. */
    <T> Iterable<T> each(Iterable<T> rows) {
        return () -> {
            var each = rows.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return each.hasNext();
                }

                @Override
                public T next() {
                    step();
                    return each.next();
                }
            };
        };
    }

    /** All rows were worked through, or something went wrong. */
    @Override
    public void close() {
        progress.advance(done == 0 ? 0 : (done - 1 & MASK) + 1);
        progress.close();
    }
}
