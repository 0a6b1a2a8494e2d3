package himalia.parallel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One worker process, as the training sees it. */
final class TrainingProcess implements AutoCloseable {
    /**
     * What was heard of a worker.
     *
     * @param frame what it said; null where it is gone
     */
    record Event(TrainingProcess from, @Nullable WorkerFrame frame) {}

    private final int number;
    private final int port;
    private final Process process;
    private final FrameLink link;
    private final Path folder;
    private volatile long heard = System.nanoTime();
    private volatile String why = "";

    TrainingProcess(int number, int port, Process process, FrameLink link, Path folder) {
        this.number = number;
        this.port = port;
        this.process = process;
        this.link = link;
        this.folder = folder;
    }

    /** Begins to hear what it says. */
    void listen(BlockingQueue<Event> events) {
        heard = System.nanoTime();
        var thread = new Thread(() -> read(events), "himalia-worker-" + number);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(BlockingQueue<Event> events) {
        try {
            while (true) {
                var frame = link.receive();
                heard = System.nanoTime();
                if (frame.kind() != WorkerFrame.Kind.BEAT) {
                    events.add(new Event(this, frame));
                }
            }
        } catch (IOException e) {
            // It is gone, as is said below.
        } finally {
            // Also where there is no memory for what it says: nobody would hear it any more.
            closeLink();
            events.add(new Event(this, null));
        }
    }

    int number() {
        return number;
    }

    /** Where it listens for the others. */
    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** Tells it something; nothing where it is gone, which is heard in another way. */
    void send(WorkerFrame frame) {
        try {
            link.send(frame);
        } catch (IOException e) {
            closeLink();
        }
    }

    /** Ends it if it has said nothing for too long. */
    void checkSilence(long most) {
        if (System.nanoTime() - heard > most && process.isAlive()) {
            why = "said nothing for %.0f s".formatted(most / 1e9);
            process.destroyForcibly();
            closeLink();
        }
    }

    /** Keeps its log from filling the disk. */
    void cutLog() {
        Launch.cutLog(folder);
    }

    /** Says who it was and how it ended. */
    String obituary() {
        awaitEnd();
        return "worker %d (process %d) %s"
                .formatted(number, pid(), why.isEmpty() ? Launch.ending(process) : why);
    }

    /** Also where this thread is interrupted, but not for ever. */
    private void awaitEnd() {
        process.onExit().completeOnTimeout(process, 2, TimeUnit.SECONDS).join();
    }

    private void closeLink() {
        try {
            link.close();
        } catch (IOException e) {
            // It is gone already.
        }
    }

    /** Ends it, and does not wait until it has. */
    void destroy() {
        process.destroyForcibly();
    }

    @Override
    public void close() {
        destroy();
        closeLink();
        awaitEnd();
        delete(folder);
    }

    static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve("log"));
            Files.deleteIfExists(folder.resolve("arguments"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // It lies among temporary files.
        }
    }
}
