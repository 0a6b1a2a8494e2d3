package himalia.display.bundle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Shows values in the notebook; its methods can be called from any cell as {@code display(x)}.
 *
 * <p>Outside a notebook everything is printed as plain text, so a program that uses the library runs anywhere.
 */
public final class Display {
    private static volatile DisplaySink sink = new PlainSink();
    private static final Renderers RENDERERS = Renderers.load();
    private static final ThreadLocal<Boolean> PART = ThreadLocal.withInitial(() -> false);
    private static final Map<Unfinished, Begun> UNFINISHED =
            Collections.synchronizedMap(new WeakHashMap<>());

    private Display() {}

    /**
     * Where a live display was begun.
     *
     * @param run the run
     * @param held the display itself, where nobody else may hold it; null where it is told only as long as somebody does
     */
    private record Begun(long run, @Nullable Unfinished held) {}

    /** Sends what is shown from now on to {@code target}; called once, by the process that runs the cells. */
    public static void connect(DisplaySink target) {
        sink = target;
    }

    /** Returns the registry that decides how values look. */
    public static Renderers renderers() {
        return RENDERERS;
    }

    /** Shows a value and returns a handle that can replace it: {@code var d = display(x); d.update(y);}. */
    public static DisplayHandle display(@Nullable Object value) {
        return displayWithId(UUID.randomUUID().toString(), value);
    }

    /** Shows a value as the given MIME types: {@code display("<b>bold</b>", "text/html")}. */
    public static DisplayHandle display(@Nullable Object value, String... mimes) {
        var handle = new DisplayHandle(UUID.randomUUID().toString());
        sink.show(RENDERERS.renderAs(value, mimes), Optional.of(handle.id()));
        return handle;
    }

    /** Shows a value under a name of the caller's choice. */
    public static DisplayHandle displayWithId(String id, @Nullable Object value) {
        Objects.requireNonNull(id, "id");
        sink.show(RENDERERS.render(value), Optional.of(id));
        return new DisplayHandle(id);
    }

    /** Replaces what was shown under {@code id}. */
    public static void updateDisplay(String id, @Nullable Object value) {
        sink.update(Objects.requireNonNull(id, "id"), RENDERERS.render(value));
    }

    /** Replaces what was shown under {@code id} by the value as the given MIME types. */
    public static void updateDisplay(String id, @Nullable Object value, String... mimes) {
        updateDisplay(id, RENDERERS.renderAs(value, mimes));
    }

    /** Replaces what a handle stands for. */
    public static void updateDisplay(DisplayHandle handle, @Nullable Object value) {
        handle.update(value);
    }

    /** Clears the cell's output; with {@code wait}, only when the next output arrives. */
    public static void clearOutput(boolean wait) {
        sink.clear(wait);
    }

    /** Returns whether a notebook shows what is displayed; where none does, a library keeps its progress to itself. */
    public static boolean isWatched() {
        return !PART.get() && sink.isWatched();
    }

    /**
     * Returns whether this thread does a part of work that shows its own progress, such as a fold of a validation: then a library shows neither
     * progress nor curve of the part.
     */
    public static boolean isPart() {
        return PART.get() || Parts.isOne();
    }

    /**
     * Does a part of some work that shows its own progress: a library keeps that of the part to itself, on this thread. What the part displays is
     * shown all the same.
     */
    public static <T> T part(Callable<T> work) throws Exception {
        boolean before = PART.get();
        PART.set(true);
        try {
            return work.call();
        } finally {
            PART.set(before);
        }
    }

    /** Returns {@code work} so that what it shows belongs to the calling thread's run, whichever thread does it. */
    public static Runnable inThisRun(Runnable work) {
        return sink.inThisRun(work);
    }

    /**
     * Returns {@code work} so that it belongs to no cell, for an engine that serves many cells: an interrupt spares the threads
     * that it starts, and what they print appears below the cell that runs, or ran last.
     */
    public static Runnable apart(Runnable work) {
        return sink.apart(work);
    }

    /**
     * Ends something that goes on behind the cells when the session ends, so that what is shown of it says so. Outside a notebook it
     * ends with the program.
     *
     * @param what what it is: {@code stream job 'orders'}
     * @return takes it back, once it is over by itself
     */
    public static Runnable onEnd(String what, AutoCloseable action) {
        return sink.onEnd(what, action);
    }

    /**
     * Returns the class file of a class that a cell declared, for what sends code to another process; nothing where no cell did.
     *
     * @param name such as {@code REPL.$Cell7$Order}
     */
    public static Optional<byte[]> classFile(String name) {
        return sink.classFile(name);
    }

    /** Remembers a live display, which is told how the run ends that it was begun in. */
    public static void track(Unfinished live) {
        UNFINISHED.put(live, new Begun(sink.run(), null));
    }

    /** Remembers one that is told also where nobody holds it any more. */
    public static void hold(Unfinished live) {
        UNFINISHED.put(live, new Begun(sink.run(), live));
    }

    /** Forgets one that need not be told. */
    public static void release(Unfinished live) {
        UNFINISHED.remove(live);
    }

    /** Tells the live displays of the calling thread's run that it has ended; called by the process that runs the cells. */
    public static void cellEnded(CellEnd how) {
        // What one shows last may begin another, which carries it to the page.
        for (var ended = unfinished(); !ended.isEmpty(); ended = unfinished()) {
            ended.forEach(live -> live.end(how));
        }
    }

    /** Returns whether live displays of the calling thread's run are to be told how it ends. */
    public static boolean hasUnfinished() {
        long run = sink.run();
        synchronized (UNFINISHED) {
            return UNFINISHED.values().stream().anyMatch(begun -> begun.run() == run);
        }
    }

    /** Takes out those of the calling thread's run. */
    private static List<Unfinished> unfinished() {
        long run = sink.run();
        var all = new ArrayList<Unfinished>();
        synchronized (UNFINISHED) {
            UNFINISHED.forEach(
                    (live, begun) -> {
                        if (begun.run() == run) {
                            all.add(live);
                        }
                    });
            all.forEach(UNFINISHED::remove);
        }
        return all;
    }

    /** Returns what the notebook would show, without showing it. */
    public static MimeBundle render(@Nullable Object value) {
        return RENDERERS.render(value);
    }

    /** Returns what the notebook would show for the value as the given MIME types. */
    public static MimeBundle render(@Nullable Object value, String... mimes) {
        return RENDERERS.renderAs(value, mimes);
    }

    /** Returns the value as text, the way the notebook shows it in a terminal. */
    public static String text(@Nullable Object value) {
        return RENDERERS.render(value).text();
    }
}
