package himalia.storage;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.ipc.ArrowReader;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that wait to become columns while more are read. Each column has one thread at a time, and who reads helps when much
 * waits.
 */
final class ColumnLines implements AutoCloseable {
    private final List<GrownColumn> columns;
    private final List<Deque<Part>> lines = new ArrayList<>();
    private final boolean[] isTaken;
    private long cells;
    private long bytes;
    private boolean isRead;

    /** Of one column, what one batch has. */
    private record Part(int line, FieldVector vector, int rows, long bytes) {}

    /** Begins with what was held already. */
    ColumnLines(List<GrownColumn> columns, HeldBatches held) {
        this.columns = columns;
        isTaken = new boolean[columns.size()];
        columns.forEach(column -> lines.add(new ArrayDeque<>()));
        take(held);
    }

    private synchronized void take(HeldBatches held) {
        for (int line = 0; line < lines.size(); line++) {
            int to = line;
            held.move(
                    columns.get(line).place(),
                    (vector, rows) -> {
                        var part = new Part(to, vector, rows, vector.getBufferSize());
                        lines.get(to).add(part);
                        cells += rows;
                        bytes += part.bytes();
                    });
        }
        held.clear();
        notifyAll();
    }

    /** Makes columns of all that is read. */
    void read(ArrowReader batches, HeldBatches held) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        // An interrupt is for who reads.
        var reader = Thread.currentThread();
        Workers.run(
                Math.min(cores, columns.size() + 1),
                place -> {
                    try {
                        if (Thread.currentThread().equals(reader)) {
                            while (batches.loadNextBatch()) {
                                held.add();
                                take(held);
                                while (isFull() && work(false)) {
                                    // There is place when others have done their part, too.
                                }
                            }
                            end();
                        }
                        while (work(true)) {
                            // One part after the other.
                        }
                    } catch (IOException | RuntimeException | Error e) {
                        close();
                        throw e;
                    }
                });
    }

    private synchronized boolean isFull() {
        return cells >= HeldBatches.MOST || bytes >= HeldBatches.MOST_BYTES;
    }

    private synchronized void end() {
        isRead = true;
        notifyAll();
    }

    /** Does one part; returns false where there is none to do now, or, for who waits, where none comes any more. */
    private boolean work(boolean waits) {
        var part = next(waits);
        if (part == null) {
            return false;
        }
        try (var vector = part.vector()) {
            columns.get(part.line()).append(vector, part.rows());
        } finally {
            done(part);
        }
        return true;
    }

    private synchronized @Nullable Part next(boolean waits) {
        while (true) {
            boolean isDone = isRead;
            for (int line = 0; line < lines.size(); line++) {
                isDone &= lines.get(line).isEmpty();
                if (!isTaken[line] && !lines.get(line).isEmpty()) {
                    isTaken[line] = true;
                    return lines.get(line).remove();
                }
            }
            if (isDone || !waits) {
                return null;
            }
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }
    }

    private synchronized void done(Part part) {
        isTaken[part.line()] = false;
        cells -= part.rows();
        bytes -= part.bytes();
        notifyAll();
    }

    /** Nothing waits any more. */
    @Override
    public synchronized void close() {
        lines.forEach(
                line -> {
                    line.forEach(part -> part.vector().close());
                    line.clear();
                });
        isRead = true;
        notifyAll();
    }
}
