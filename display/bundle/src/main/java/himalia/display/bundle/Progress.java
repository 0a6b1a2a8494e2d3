package himalia.display.bundle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
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

    /** Work shorter than this needs no progress, which would flash and be gone; nor do notes change more often. */
    private static final Duration LONG = Duration.ofMillis(500);

    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    private final LongSupplier nanoseconds;
    private final long begin;
    private final String unit;
    private final long total;
    private final RateLimiter limiter;
    private final @Nullable Progress outer;
    private @Nullable Progress inner;
    private volatile @Nullable DisplayHandle handle;
    private boolean onlyIfLong;
    private boolean isSeen;
    private String sent = "";
    private long done;
    private ProgressPart part = ProgressPart.NONE;
    private String note = "";
    private long noted;
    private @Nullable DoubleSupplier measure;
    volatile @Nullable String ending;
    private @Nullable Long closed;

    Progress(String unit, long total, @Nullable Progress outer, LongSupplier nanoseconds) {
        this.unit = Visible.line(unit);
        this.total = total;
        this.outer = outer;
        this.nanoseconds = nanoseconds;
        this.begin = nanoseconds.getAsLong();
        this.limiter = new RateLimiter(RateLimiter.LIVE, this::show);
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

    /**
     * Begins work that may be short: it is shown once it has lasted half a second, and only where a notebook is there to
     * show it. A library can begin one wherever work may take long; short work pays next to nothing. Until it ends, what else a
     * library does on this thread is a part of it, as in {@link Display#part}.
     *
     * @param total how many there will be, or -1 if nobody knows; then it ends with {@link #finish}
     */
    public static Progress whenLong(String unit, long total) {
        if (total < UNKNOWN) {
            throw new IllegalArgumentException(
                    "the total must be at least 0, or -1 if nobody knows, got " + total);
        }
        var progress = unseen(unit, total);
        if (Display.isWatched() && !Display.isPart()) {
            progress.isSeen = true;
            Parts.begin(progress);
            Display.track(progress);
            progress.limiter.requestAfter(LONG);
        }
        return progress;
    }

    /** Begins work that is never shown: too little to last, so that what lasts is the loading of whatever does it. */
    public static Progress unseen(String unit, long total) {
        var progress = new Progress(unit, total, null, System::nanoTime);
        progress.onlyIfLong = true;
        return progress;
    }

    /** Passes the items on, and shows how many have been worked through. */
    public static <T> Iterable<T> of(Iterable<T> items, String unit) {
        return () -> {
            var loop = new Progress(unit, CountedIterator.size(items), null, System::nanoTime);
            return new CountedIterator<>(items, begun(loop));
        };
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
            var loop = new Progress(innerUnit, CountedIterator.size(items), this, nanoseconds);
            inner = loop;
            return new CountedIterator<>(items, loop);
        };
    }

    private static Progress begun(Progress progress) {
        Display.track(progress);
        progress.show();
        return progress;
    }

    /** Tells that {@code more} is done. */
    public void advance(long more) {
        synchronized (this) {
            done += more;
            part = ProgressPart.NONE;
        }
        if (done == total && !onlyIfLong) {
            close();
        } else {
            request();
        }
    }

    /** Tells how far the next one is: {@code part(120, 800, "batches")} of the epoch after those that are done. */
    public void part(long partsDone, long partsTotal, String ofUnit) {
        synchronized (this) {
            part = new ProgressPart(partsDone, partsTotal, ofUnit);
        }
        request();
    }

    /** Has the share that is done, from 0 to 1, asked for when it is shown, instead of being told. */
    public synchronized void measure(DoubleSupplier share) {
        measure = share;
    }

    /** Shows words beside the numbers, also in the last state: {@code "loss 0.031"}. */
    public synchronized void note(String words) {
        note = words.isEmpty() ? "" : " · " + Visible.line(words);
        noted = nanoseconds.getAsLong();
    }

    /** Shows words that cost something to find; they are asked for while they are seen, and at most twice a second. */
    public void note(Supplier<String> words) {
        if (isShown() && nanoseconds.getAsLong() - noted >= LONG.toNanos()) {
            note(words.get());
            request();
        }
    }

    /** Returns whether it is on the screen. */
    public boolean isShown() {
        return handle != null;
    }

    private void request() {
        if (!onlyIfLong || isShown()) {
            limiter.request();
        }
    }

    /** Shows the last state, in the caller's words: {@code "loss 0.031"}. */
    public void finish(String words) {
        end(words.isEmpty() ? "" : " · " + Visible.line(words));
    }

    /** Shows the last state of work that was measured: all of it is done. */
    public void complete() {
        synchronized (this) {
            done = total;
        }
        finish("");
    }

    /** Shows the last state; of work whose size nobody knows: that it was left before {@link #finish} was reached. */
    @Override
    public void close() {
        if (ending == null) {
            closed = nanoseconds.getAsLong();
        }
        end(done < total || onlyIfLong && total == UNKNOWN ? STOPPED : "");
    }

    @Override
    public void end(CellEnd how) {
        // A try block closes its progress before anybody knows that an interrupt went through it.
        if (how != CellEnd.FINISHED && (STOPPED.equals(ending) || wasLeftJustNow())) {
            ending = " · " + how.word();
            show();
        }
        end(done == total ? "" : " · " + how.word());
    }

    /** Tells whether work whose size nobody knows was closed so late that the end of its cell may have closed it. */
    private boolean wasLeftJustNow() {
        return closed != null
                && total == UNKNOWN
                && nanoseconds.getAsLong() - closed < JUST_NOW.toNanos();
    }

    private void end(String words) {
        synchronized (this) {
            if (ending != null) {
                return;
            }
            ending = words;
        }
        Parts.end(this);
        limiter.finish();
    }

    /** Tells that an item was worked through that was passed on. */
    void passed() {
        synchronized (this) {
            done++;
        }
        limiter.request();
    }

    /** Tells that there are no more items to pass on; {@code begun} where there was one. */
    void ranOut(boolean begun) {
        if (ending == null) {
            done += begun && done != total ? 1 : 0;
            end(done < total ? STOPPED : "");
        }
    }

    private void show() {
        if (outer != null) {
            outer.limiter.request();
            return;
        }
        var shown = handle;
        if (shown == null) {
            if (!onlyIfLong || isSeen && ending == null) {
                handle = Display.display(this);
            }
        } else {
            var bundle = bundle();
            if (!bundle.text().equals(sent)) {
                sent = bundle.text();
                shown.update(bundle);
            }
        }
        if (measure != null && ending == null) {
            limiter.request();
        }
    }

    @Override
    public synchronized MimeBundle bundle() {
        var share = measure;
        if (share != null && total > 0 && ending == null) {
            // What measures may be behind for a moment, after another one took over.
            done = Math.max(done, Math.min(total, (long) (total * share.getAsDouble())));
        }
        var now = ending == null ? part : ProgressPart.NONE;
        long lasted = nanoseconds.getAsLong() - begin;
        var words = now.text() + note;
        var over = Optional.ofNullable(ending);
        var state = new ProgressState(unit, done, now.share(), total, lasted, words, over);
        return state.bundle(
                inner == null || ending != null ? Optional.empty() : Optional.of(inner.bundle()));
    }

    @Override
    public String toString() {
        return bundle().text();
    }
}
