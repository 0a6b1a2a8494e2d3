package himalia.kernel.session;

import himalia.kernel.protocol.content.HistoryReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The cells that were run: those of this session with what they showed, and before them those of the sessions in the
 * file. The file is written on a thread of its own: no cell waits for a disk.
 */
final class History {
    /** A longer cell is data, not code; it stays in this session only. */
    private static final int LONGEST_KEPT = 1 << 16;

    /** How many characters of results a session remembers; the oldest go first. */
    private static final long MOST_OUTPUT = 4L << 20;

    private final HistoryFile file;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(
                    body -> {
                        var thread = new Thread(body, "himalia-history");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final List<HistoryReply.Entry> inputs = new ArrayList<>();
    private final Map<Long, String> outputs = new LinkedHashMap<>();
    private long outputLength;
    private final Set<Long> finished = new HashSet<>();
    private long resetAt;
    private long session;
    private boolean broken;

    History(HistoryFile file) {
        this.file = file;
    }

    void add(long line, String code) {
        var input = withoutLastNewlines(code);
        synchronized (this) {
            inputs.add(new HistoryReply.Entry(0, line, input, null));
        }
        if (input.length() <= LONGEST_KEPT) {
            Future<?> ignored = writer.submit(() -> write(line, input));
        }
    }

    synchronized void output(long line, String text) {
        var before = outputs.remove(line);
        outputs.put(line, text);
        outputLength += text.length() - (before == null ? 0 : before.length());
        var oldest = outputs.values().iterator();
        while (outputLength > MOST_OUTPUT) {
            outputLength -= oldest.next().length();
            oldest.remove();
        }
    }

    /** Notes that a cell ran to its end. */
    synchronized void finish(long line) {
        finished.add(line);
    }

    /** Returns whether a cell of this session ran to its end, since the last {@link #reset} or at any time. */
    synchronized boolean finished(long line, boolean atAnyTime) {
        return finished.contains(line) && (atAnyTime || line >= resetAt);
    }

    /** Notes that the cell that runs has all names forgotten. */
    synchronized void reset() {
        resetAt = inputs.isEmpty() ? 0 : inputs.get(inputs.size() - 1).line();
    }

    /** Returns the session that a request means: 0 is this one, -1 the one before it. */
    long session(long asked) {
        awaitWritten();
        synchronized (this) {
            long mine = Math.max(1, session);
            return asked <= 0 ? mine + asked : asked;
        }
    }

    /** Returns every cell, oldest first, with its output where it is of this session and had one. */
    List<HistoryReply.Entry> all() {
        awaitWritten();
        var all = new ArrayList<HistoryReply.Entry>();
        synchronized (this) {
            long mine = Math.max(1, session);
            for (var entry : file.read()) {
                if (entry.session() != mine || session == 0) {
                    all.add(entry);
                }
            }
            for (var each : inputs) {
                all.add(
                        new HistoryReply.Entry(
                                mine, each.line(), each.input(), output(each.line())));
            }
        }
        return all;
    }

    private static String withoutLastNewlines(String code) {
        int end = code.length();
        while (end > 0 && code.charAt(end - 1) == '\n') {
            end--;
        }
        return code.substring(0, end);
    }

    private @Nullable String output(long line) {
        return outputs.get(line);
    }

    private void write(long line, String input) {
        if (broken) {
            return;
        }
        try {
            long known;
            synchronized (this) {
                known = session;
            }
            if (known == 0) {
                long begun = file.begin(line, input);
                synchronized (this) {
                    session = begun;
                }
            } else {
                file.append(new HistoryReply.Entry(known, line, input, null));
            }
        } catch (IOException e) {
            // History is a comfort: a full disk must not disturb the cells.
            broken = true;
            System.getLogger("himalia.history")
                    .log(System.Logger.Level.WARNING, "history is not kept: " + e);
        }
    }

    private void awaitWritten() {
        try {
            writer.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
