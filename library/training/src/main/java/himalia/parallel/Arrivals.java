package himalia.parallel;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Starts worker processes, and waits until each has called. */
final class Arrivals {
    /** How often it looks whether one has ended instead, in milliseconds. */
    private static final int LOOK = 100;

    private final Launch launch;
    private final ServerSocket server;
    private final TrainingToken token;

    /** A process that has not called yet. */
    private record Started(int number, Process process, Path folder) {}

    Arrivals(Launch launch, ServerSocket server, TrainingToken token) {
        this.launch = launch;
        this.server = server;
        this.token = token;
    }

    /**
     * Starts those of these numbers at once.
     *
     * @throws IOException if one does not call; none of them is left then
     */
    List<TrainingProcess> start(List<Integer> numbers) throws IOException {
        var started = new ArrayList<Started>();
        var arrived = new ArrayList<TrainingProcess>();
        boolean complete = false;
        try {
            for (int number : numbers) {
                started.add(started(number));
            }
            long until = System.nanoTime() + launch.patience().toNanos();
            server.setSoTimeout(LOOK);
            while (!started.isEmpty()) {
                checkStarted(started, until);
                try {
                    var link = token.accept(server);
                    if (link != null) {
                        var hello = hello(link);
                        if (hello != null) {
                            arrived.add(arrived(link, hello, started));
                        }
                    }
                } catch (SocketTimeoutException e) {
                    // It looks again.
                }
            }
            complete = true;
            return arrived;
        } finally {
            if (!complete) {
                arrived.forEach(TrainingProcess::close);
                for (var each : started) {
                    each.process().destroyForcibly();
                    TrainingProcess.delete(each.folder());
                }
            }
        }
    }

    private Started started(int number) throws IOException {
        var folder = Files.createTempDirectory("himalia-worker-");
        try {
            return new Started(
                    number, launch.start(number, server.getLocalPort(), token, folder), folder);
        } catch (IOException e) {
            TrainingProcess.delete(folder);
            throw new IOException(
                    "worker %d cannot be started by %s (%s)"
                            .formatted(number, launch.java(), e.getMessage()),
                    e);
        }
    }

    private void checkStarted(List<Started> started, long until) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        for (var each : started) {
            boolean late = System.nanoTime() > until;
            if (late || !each.process().isAlive()) {
                var how =
                        late && each.process().isAlive()
                                ? "did not call in %d s".formatted(launch.patience().toSeconds())
                                : Launch.ending(each.process()) + " before it called";
                var said = Launch.said(each.folder());
                throw new IOException(
                        "worker %d (process %d) %s%s"
                                .formatted(
                                        each.number(),
                                        each.process().pid(),
                                        how,
                                        said.isEmpty() ? "" : "; it said: " + said));
            }
        }
    }

    /** Returns null of one that hangs up: it has ended, and how is told of its process. */
    private static @Nullable WorkerFrame hello(FrameLink link) {
        try {
            return link.receiveHello();
        } catch (IOException e) {
            return null;
        }
    }

    private TrainingProcess arrived(FrameLink link, WorkerFrame hello, List<Started> started)
            throws IOException {
        var body = ByteBuffer.wrap(hello.body());
        int number = body.getInt();
        int port = body.getInt();
        for (var each : started) {
            if (each.number() == number) {
                started.remove(each);
                return new TrainingProcess(number, port, each.process(), link, each.folder());
            }
        }
        link.close();
        throw new IOException("worker " + number + " called twice");
    }
}
