package himalia.featurestore;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
 * <p>It begins with what is in the file already; a file that is not there yet is waited for. Lines that are written together
 * are pushed together, and where one of them is no row of the view each is tried alone. A line without an end is one that is
 * still being written.
 */
public final class FollowedFile implements AutoCloseable {
    private static final int PAUSE_MILLIS = 100;
    private static final int MOST_BYTES = 4 << 20;

    private final FeatureStore store;
    private final String view;
    private final Path file;
    private final Thread thread;
    private final AtomicLong rows = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean closed;
    private long place;
    private long line;

    private FollowedFile(FeatureStore store, String view, Path file) {
        this.store = store;
        this.view = view;
        this.file = file;
        this.thread = new Thread(this::follow, "follows " + file.getFileName());
        thread.setDaemon(true);
    }

    /** Begins to follow a file. */
    public static FollowedFile follow(FeatureStore store, String view, Path file) {
        given(store, "store").view(view);
        var followed = new FollowedFile(store, view, given(file, "file").toAbsolutePath());
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

    /** Returns what was wrong with the first line that was left out, or why the file is not read any more. */
    public Optional<String> problem() {
        return problem;
    }

    private void follow() {
        try {
            while (!closed) {
                if (!Files.exists(file) || !pushNext()) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            problem =
                    Optional.of("%s is not followed any more: %s".formatted(file, e.getMessage()));
        }
    }

    /** Pushes the lines that are complete, and returns whether there were any. */
    private boolean pushNext() throws IOException {
        byte[] next;
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            if (open.length() < place) {
                throw new IOException(
                        "it is shorter than before, so it was written anew; follow it again");
            }
            open.seek(place);
            next = new byte[(int) Math.min(MOST_BYTES, open.length() - place)];
            open.readFully(next);
        }
        int end = next.length;
        while (end > 0 && next[end - 1] != '\n') {
            end--;
        }
        if (end == 0) {
            if (next.length == MOST_BYTES) {
                throw new IOException(
                        "line %d is longer than %d bytes".formatted(line + 1, MOST_BYTES));
            }
            return false;
        }
        var text = new String(next, 0, end, StandardCharsets.UTF_8);
        push(text.split("\n", -1));
        place += end;
        return true;
    }

    private void push(String[] lines) {
        var some = Arrays.copyOf(lines, lines.length - 1);
        try {
            rows.addAndGet(pushed(String.join("\n", some)));
        } catch (IllegalArgumentException e) {
            for (int i = 0; i < some.length; i++) {
                pushAlone(some[i], line + i + 1);
            }
        }
        line += some.length;
    }

    private void pushAlone(String text, long number) {
        try {
            rows.addAndGet(pushed(text));
        } catch (IllegalArgumentException e) {
            refused.incrementAndGet();
            if (problem.isEmpty()) {
                problem = Optional.of("%s, line %d: %s".formatted(file, number, e.getMessage()));
            }
        }
    }

    private int pushed(String text) {
        return text.isBlank() ? 0 : store.push(view, Tables.fromJson(text));
    }

    /** Stops; what has been pushed stays. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "FollowedFile[%s into %s: %d rows%s]"
                .formatted(file, view, rows.get(), problem.map(words -> "; " + words).orElse(""));
    }
}
