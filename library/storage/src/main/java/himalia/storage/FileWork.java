package himalia.storage;

import himalia.display.bundle.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One piece of work on a file: how far it is, and how it ends when nobody wants it any more.
 *
 * <p>It has a thread of its own. A notebook stops a cell's thread wherever it stands, and in the middle of what native
 * code calls back into Java that leaves memory broken; so the cell only waits, and the work is asked to end.
 */
final class FileWork {
    /** How long who interrupts waits for the work to clear up. */
    private static final long CLEARING_UP = 100;

    private final Progress progress;
    private @Nullable Statement running;
    private boolean stopped;

    private FileWork(Progress progress) {
        this.progress = progress;
    }

    /** What is to be done. */
    interface Work<T> {
        T with(FileWork job) throws IOException;
    }

    /**
     * Does the work and returns its result.
     *
     * @throws CancellationException if the calling thread is interrupted
     */
    static <T> T run(Path file, Progress progress, Work<T> work) throws IOException {
        try (progress) {
            var job = new FileWork(progress);
            var task = new FutureTask<>(() -> work.with(job));
            var thread = new Thread(task, "himalia-storage");
            thread.setDaemon(true);
            thread.start();
            try {
                var result = task.get();
                progress.complete();
                return result;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(file);
            } catch (ExecutionException e) {
                throw told(Objects.requireNonNull(e.getCause()));
            } finally {
                if (!task.isDone()) {
                    job.stop(thread, task);
                }
            }
        }
    }

    private static CancellationException interrupted(Path file) {
        return new CancellationException("work on " + file.getFileName() + " was interrupted");
    }

    /** Returns what was thrown as if it had been thrown here: the way to the caller's line is in the caller's frames. */
    private static IOException told(Throwable thrown) {
        var there = Arrays.stream(thrown.getStackTrace());
        var here = Arrays.stream(Thread.currentThread().getStackTrace()).skip(2);
        thrown.setStackTrace(
                Stream.concat(
                                there.takeWhile(
                                        frame ->
                                                !frame.getClassName()
                                                        .equals(FutureTask.class.getName())),
                                here)
                        .toArray(StackTraceElement[]::new));
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return (IOException) thrown;
    }

    /** The work sees it between two batches; a statement that runs is cancelled. */
    private void stop(Thread thread, FutureTask<?> task) {
        thread.interrupt();
        cancel();
        boolean flag = Thread.interrupted();
        try {
            task.get(CLEARING_UP, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            flag = true;
        } catch (ExecutionException | TimeoutException e) {
            // How it ends interests nobody any more.
        }
        if (flag) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void cancel() {
        stopped = true;
        try {
            if (running != null) {
                running.cancel();
            }
        } catch (SQLException e) {
            // It has just ended.
        }
    }

    private synchronized void runs(@Nullable Statement statement) throws SQLException {
        if (stopped && statement != null) {
            throw new SQLException("interrupted");
        }
        running = statement;
    }

    /** What a statement is asked. */
    interface Query<T> {
        T result() throws SQLException;
    }

    /** Runs a statement that may take long, and that whoever stops the job cancels. */
    <T> T whileRunning(Statement statement, Query<T> query) throws SQLException {
        runs(statement);
        try {
            return query.result();
        } finally {
            runs(null);
        }
    }

    /** Executes one, and has the share that is done asked for. */
    long execute(Statement statement, String sql, DoubleSupplier share) throws SQLException {
        progress.measure(share);
        try {
            return whileRunning(statement, () -> statement.executeLargeUpdate(sql));
        } finally {
            progress.measure(() -> 0);
        }
    }

    /** Has the share that is done asked for. */
    void measure(DoubleSupplier share) {
        progress.measure(share);
    }

    /** Says what is done now. */
    void note(String words) {
        progress.note(words);
    }

    /** Ends the work here, if it was stopped: an interrupt looks like a broken file. */
    static void stopIfInterrupted(Path file) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(file);
        }
    }
}
