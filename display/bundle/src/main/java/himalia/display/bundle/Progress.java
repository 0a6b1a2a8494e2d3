package himalia.display.bundle;

import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows how far a loop is, how fast it goes, and how long it will take.
 *
 * <pre>{@code
 * for (var file : Progress.of(files, "files")) { … }
 * for (int epoch : Progress.range(1, 21, "epochs")) { … }
 *
 * try (var progress = Progress.start("bytes", 1_000_000)) {
 *     progress.advance(4096);
 * }
 * }</pre>
 *
 * <p>The display changes at most ten times a second, and its last state says what happened: all done, stopped half way,
 * failed or interrupted.
 */
public final class Progress implements Displayable, AutoCloseable, Unfinished {
    static final long UNKNOWN = -1;
    private static final String STOPPED = " · stopped";

    private final LongSupplier nanoseconds;
    private final long begin;
    private final String unit;
    private final long total;
    private final Pace pace;
    private final @Nullable Progress outer;
    private @Nullable Progress inner;
    private @Nullable DisplayHandle handle;
    private long done;
    private @Nullable String ending;

    Progress(String unit, long total, @Nullable Progress outer, LongSupplier nanoseconds) {
        this.unit = Visible.line(unit);
        this.total = total;
        this.outer = outer;
        this.nanoseconds = nanoseconds;
        this.begin = nanoseconds.getAsLong();
        this.pace = new Pace(Pace.LIVE, this::show);
    }

    /** Begins work of a known size, in the unit it is counted in. */
    public static Progress start(String unit, long total) {
        if (total < 0) {
            throw new IllegalArgumentException("the total must be at least 0, got " + total);
        }
        return begun(new Progress(unit, total, null, System::nanoTime));
    }

    /** Begins work of unknown size. */
    public static Progress start(String unit) {
        return begun(new Progress(unit, UNKNOWN, null, System::nanoTime));
    }

    /** Passes the items on, and shows how many have been worked through. */
    public static <T> Iterable<T> of(Iterable<T> items, String unit) {
        return () ->
                begun(new Progress(unit, size(items), null, System::nanoTime))
                        .over(items.iterator());
    }

    /** Passes the elements on, and shows how many have gone by. */
    public static <T> Stream<T> of(Stream<T> items, long total, String unit) {
        var progress = start(unit, total);
        return items.peek(item -> progress.advance(1)).onClose(progress::close);
    }

    /** Counts from {@code from} up to, but without, {@code to}. */
    public static Iterable<Integer> range(int from, int to, String unit) {
        return of(IntStream.range(from, to).boxed().toList(), unit);
    }

    /** Passes on the items of an inner loop, which is shown below this one in the same place. */
    public <T> Iterable<T> inner(Iterable<T> items, String innerUnit) {
        return () -> {
            var loop = new Progress(innerUnit, size(items), this, nanoseconds);
            inner = loop;
            return loop.over(items.iterator());
        };
    }

    private static Progress begun(Progress progress) {
        Display.track(progress);
        progress.show();
        return progress;
    }

    private static long size(Iterable<?> items) {
        return items instanceof Collection<?> collection ? collection.size() : UNKNOWN;
    }

    /** Tells that {@code more} is done. */
    public void advance(long more) {
        synchronized (this) {
            done += more;
        }
        if (done == total) {
            close();
        } else {
            pace.request();
        }
    }

    /** Shows the last state, in the caller's words: {@code "loss 0.031"}. */
    public void finish(String words) {
        end(words.isEmpty() ? "" : " · " + words);
    }

    /** Shows the last state: how much was done in which time. */
    @Override
    public void close() {
        end(done < total ? STOPPED : "");
    }

    @Override
    public void end(CellEnd how) {
        // A try block closes its progress before anybody knows that an interrupt went through it.
        if (STOPPED.equals(ending) && how != CellEnd.FINISHED) {
            ending = " · " + how.word();
            show();
        }
        end(done == total ? "" : " · " + how.word());
    }

    private void end(String words) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = words;
        }
        pace.finish();
    }

    private <T> Iterator<T> over(Iterator<T> items) {
        return new Iterator<>() {
            private boolean begun;

            @Override
            public boolean hasNext() {
                var more = items.hasNext();
                if (!more && ending == null) {
                    done += begun && done != total ? 1 : 0;
                    close();
                }
                return more;
            }

            @Override
            public T next() {
                var item = items.next();
                if (begun) {
                    advanceWithoutEnd();
                }
                begun = true;
                return item;
            }
        };
    }

    private void advanceWithoutEnd() {
        synchronized (this) {
            done++;
        }
        pace.request();
    }

    private void show() {
        if (outer != null) {
            outer.pace.request();
        } else if (handle == null) {
            handle = Display.display(this);
        } else {
            handle.update(this);
        }
    }

    @Override
    public synchronized MimeBundle bundle() {
        var state =
                new ProgressState(
                        unit,
                        done,
                        total,
                        nanoseconds.getAsLong() - begin,
                        Optional.ofNullable(ending));
        var below =
                inner == null || ending != null
                        ? Optional.<MimeBundle>empty()
                        : Optional.of(inner.bundle());
        return MimeBundle.plain(state.text() + below.map(b -> "\n" + b.text()).orElse(""))
                .html(
                        state.html()
                                + below.map(b -> "\n" + b.data().get(MimeBundle.HTML)).orElse(""));
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
