package himalia.kernel.session;

import himalia.kernel.protocol.content.HistoryReply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The cells that were run: those of this session with what they showed, and before them those of the sessions in the
 * file. The file is written on a thread of its own, a moment after a cell has come and with those that come meanwhile: no
 * cell waits for a disk, or shares the processor with who writes to it.
 */
final class History {
    /** A longer cell is data, not code; it stays in this session only. */
    private static final int LONGEST_KEPT = 1 << 16;

    /** How many characters of results a session remembers; the oldest go first. */
    private static final long MOST_OUTPUT = 4L << 20;

    /** In milliseconds: what the death of this process may cost the history. */
    private static final long MOMENT = 100;

    private static final long PATIENCE = 1_000;

    private final HistoryFile file;
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(
                    body -> {
                        var thread = new Thread(body, "himalia-history");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final List<HistoryReply.Entry> inputs = new ArrayList<>();
    private final List<HistoryReply.Entry> unwritten = new ArrayList<>();
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
        var entry = new HistoryReply.Entry(0, line, input, null);
        boolean first;
        synchronized (this) {
            inputs.add(entry);
            if (input.length() > LONGEST_KEPT) {
                return;
            }
            first = unwritten.isEmpty();
            unwritten.add(entry);
        }
        if (first) {
            Future<?> ignored = writer.schedule(this::write, MOMENT, TimeUnit.MILLISECONDS);
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

    /** Returns whether a cell of this session was begun since the last {@link #reset} and did not run to its end. */
    synchronized boolean failed(long line) {
        return !finished.contains(line) && line >= resetAt;
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

    private void write() {
        List<HistoryReply.Entry> next;
        long known;
        synchronized (this) {
            next = new ArrayList<>(unwritten);
            unwritten.clear();
            known = session;
        }
        if (broken || next.isEmpty()) {
            return;
        }
        try {
            if (known == 0) {
                var first = next.remove(0);
                known = file.begin(first.line(), first.input());
                synchronized (this) {
                    session = known;
                }
            }
            var written = new ArrayList<HistoryReply.Entry>();
            for (var each : next) {
                written.add(new HistoryReply.Entry(known, each.line(), each.input(), null));
            }
            file.append(written);
        } catch (IOException e) {
            // History is a comfort: a full disk must not disturb the cells.
            broken = true;
            System.getLogger("himalia.history")
                    .log(System.Logger.Level.WARNING, "history is not kept: " + e);
        }
    }

    /** Writes down what is not yet, at the end of the kernel; a disk that hangs does not keep it alive. */
    void close() {
        try {
            writer.submit(this::write).get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            System.getLogger("himalia.history")
                    .log(System.Logger.Level.WARNING, "the last cells are not in the history", e);
        }
    }

    private void awaitWritten() {
        try {
            writer.submit(this::write).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
