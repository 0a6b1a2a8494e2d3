package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import himalia.streaming.HeldFile;
import himalia.streaming.WholeLines;
import himalia.table.Tables;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A file of JSON lines whose lines are pushed to a view as others write them, until this is closed.
 *
 * <pre>{@code
 * var store = FeatureStore.at("features");
 * try (var stream = FollowedFile.follow(store, "driver_stats", Path.of("stats.jsonl"))) {
 *     stream.rows()       // so many have been pushed
 *     stream.problem()    // the first line that could not be, and why
 * }
 * }</pre>
 *
 * <p>It begins where the last one for this store, view and file ended, also after a restart; a file that was cut or written anew,
 * or that took the place of the one before, as log files do, is read from its beginning, and one that is not there yet is waited
 * for. The one before is read to its end first, but for a last line without an end. Not seen is what was in a file that was cut
 * or written anew in its place before it was read, what is written to one after another took its place, and what took a place and
 * lost it between two looks, a tenth of a second apart or so. Lines that are written together are pushed together,
 * and where one of them is no row of the view each is tried alone. A line without an end is one that is still being written,
 * until this is closed: then it is pushed if it is a row.
 * While the store cannot be written, because another process holds it or the disk is full, the lines wait.
 */
public final class FollowedFile implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;
    private static final int BLOCK_BYTES = 4 << 20;

    private final FeatureStore store;
    private final String view;
    private final Path file;
    private final Thread thread;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean closed;
    private volatile Optional<String> waiting = Optional.empty();
    private final HeldFile held;
    private FollowedPlace kept = FollowedPlace.BEGIN;
    private FollowedPlace reached = FollowedPlace.BEGIN;
    private boolean isResumed;
    private volatile boolean isEnded;

    private FollowedFile(FeatureStore store, String view, Path file) {
        this.store = store;
        this.view = view;
        this.file = file;
        this.held = new HeldFile(file);
        this.thread = new Thread(this::follow, "follows " + file.getFileName());
        thread.setDaemon(true);
        thread.setUncaughtExceptionHandler((ended, failure) -> end(failure));
    }

    /** Begins to follow a file. */
    public static FollowedFile follow(FeatureStore store, String view, Path file) {
        given(store, "store").view(view);
        var followed =
                new FollowedFile(store, view, given(file, "file").toAbsolutePath().normalize());
        if (!Files.exists(followed.file)) {
            followed.waiting = Optional.of(followed.file + " is not there yet, and is waited for");
        }
        followed.thread.start();
        return followed;
    }

    /** Returns how many rows have been pushed. */
    public long rows() {
        return rows.get();
    }

    /** Returns how many lines were no rows of the view, and were left out. */
    public long refused() {
        return refused.get();
    }

    /** Returns what was wrong with the first line that was left out, or why no lines are pushed now. */
    public Optional<String> problem() {
        return problem.or(() -> waiting);
    }

    private void follow() {
        try {
            while (!closed) {
                if (!pushNext()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            end(e);
        }
    }

    private void end(Throwable failure) {
        var words =
                Optional.ofNullable(failure.getMessage())
                        .orElse(failure.toString())
                        .replace(file + " ", "it ");
        isEnded = true;
        problem = Optional.of("%s is not followed any more: %s".formatted(file, words));
    }

    /** Pushes the lines that are complete, and returns whether there were any, or another file has its turn. */
    private boolean pushNext() throws IOException {
        try {
            var open = held.open();
            if (open.isEmpty()) {
                return false;
            }
            if (!isResumed) {
                resume(open.get());
            } else if (!reached.isIn(open.get())) {
                reached = FollowedPlace.BEGIN;
            }
            var next = new WholeLines(file, BLOCK_BYTES).read(open.get(), reached.bytes());
            if (next.length > 0) {
                push(open.get(), next, next.length);
            }
            waiting = Optional.empty();
            return next.length > 0 || held.turn();
        } catch (StoreUnavailable e) {
            waiting = Optional.of("%s waits: %s".formatted(file, e.getMessage()));
            return false;
        } catch (EOFException e) {
            // It is being cut, as the next look will tell.
            return false;
        }
    }

    private void resume(RandomAccessFile open) throws IOException {
        kept = store.file().read(connection -> FollowedPlace.read(connection, view, file));
        reached = kept.isIn(open) ? kept : FollowedPlace.BEGIN;
        isResumed = true;
    }

    private void push(RandomAccessFile open, byte[] next, int end) throws IOException {
        // A view that is gone is no fault of the lines.
        var known = store.view(view);
        try {
            pushPart(open, known, next, 0, end);
        } catch (IllegalArgumentException e) {
            for (int from = 0; from < end; ) {
                int to = from + 1;
                while (next[to - 1] != '\n') {
                    to++;
                }
                pushAlone(open, known, next, from, to);
                from = to;
            }
            store.file()
                    .inTransaction(connection -> reached.moveFrom(kept, connection, view, file));
            kept = reached;
        }
    }

    private void pushAlone(RandomAccessFile open, KnownView known, byte[] next, int from, int to)
            throws IOException {
        try {
            pushPart(open, known, next, from, to);
        } catch (IllegalArgumentException e) {
            reached = FollowedPlace.of(open, reached.bytes() + to - from, reached.lines() + 1);
            refused.incrementAndGet();
            if (problem.isEmpty()) {
                problem =
                        Optional.of("%s, line %d: %s".formatted(file, reached.lines(), ofLine(e)));
            }
        }
    }

    /** What is said of rows by their place is told by the line's. */
    private static String ofLine(IllegalArgumentException refused) {
        return String.valueOf(refused.getMessage())
                .replaceFirst(", in row 0: (it cannot be read at )?(line 1, )?", ": $1");
    }

    private void pushPart(RandomAccessFile open, KnownView known, byte[] bytes, int from, int to)
            throws IOException {
        var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        // Some programs begin a file in UTF-8 by a mark.
        var row = reached.bytes() == 0 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        var next =
                FollowedPlace.of(
                        open,
                        reached.bytes() + to - from,
                        reached.lines() + text.chars().filter(each -> each == '\n').count());
        if (!row.isBlank()) {
            rows.addAndGet(
                    store.push(
                            known,
                            Tables.fromJson(row),
                            connection -> next.moveFrom(kept, connection, view, file)));
            kept = next;
        }
        reached = next;
    }

    /** The last lines that are there: nobody comes back for them, so one without an end is pushed too, if it is a row. */
    private void pushLast() {
        try {
            while (held.isReplaced() && pushNext()) {
                // What the file has that had its name before comes first.
            }
            var open = held.open();
            if (open.isEmpty()) {
                return;
            }
            // One who goes on writing would never let this end.
            long end = open.get().length();
            while (pushNext() && reached.bytes() < end) {
                // All that have their end come first.
            }
            if (waiting.isEmpty() && reached.bytes() < end) {
                pushRest(end);
            }
        } catch (StoreUnavailable e) {
            waiting = Optional.of("%s waits: %s".formatted(file, e.getMessage()));
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            end(e);
        }
    }

    private void pushRest(long end) throws IOException {
        var open = held.open();
        if (open.isEmpty()) {
            return;
        }
        var rest = new byte[(int) (end - reached.bytes())];
        open.get().seek(reached.bytes());
        open.get().readFully(rest);
        try {
            pushPart(open.get(), store.view(view), rest, 0, rest.length);
        } catch (IllegalArgumentException e) {
            problem =
                    problem.or(
                            () ->
                                    Optional.of(
                                            "%s, line %d has no end, and is no row as it is; it is read again when it is whole"
                                                    .formatted(file, reached.lines() + 1)));
        }
    }

    /** Stops, when all lines are pushed that are there; what has been pushed stays. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            return;
        }
        if (!isEnded) {
            pushLast();
        }
        try {
            held.close();
        } catch (IOException e) {
            end(e);
        }
    }

    @Override
    public String toString() {
        return "FollowedFile[%s into %s: %s%s]"
                .formatted(
                        file,
                        view,
                        Words.pushed(rows.get(), refused.get()),
                        problem().map(words -> "; " + words).orElse(""));
    }
}
