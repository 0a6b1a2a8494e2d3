package himalia.display.bundle;

import java.util.Collection;
import java.util.Iterator;

/** Passes items on, and tells a progress of each that was worked through: that is known when the next one is asked for. */
final class CountedIterator<T> implements Iterator<T> {
    private final Iterator<T> items;
    private final Progress progress;
    private boolean begun;

    CountedIterator(Iterable<T> items, Progress progress) {
        this.items = items.iterator();
        this.progress = progress;
    }

    /** Returns how many there are, {@link Progress#UNKNOWN} if nobody knows. */
    static long size(Iterable<?> items) {
        return items instanceof Collection<?> collection ? collection.size() : Progress.UNKNOWN;
    }

    @Override
    public boolean hasNext() {
        var more = items.hasNext();
        if (!more) {
            progress.ranOut(begun);
        }
        return more;
    }

    @Override
    public T next() {
        var item = items.next();
        if (begun) {
            progress.passed();
        }
        begun = true;
        return item;
    }
}
