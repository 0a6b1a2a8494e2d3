package himalia.parallel;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Starts worker processes, and waits until each has called. */
final class Arrivals {
    /** How often it looks whether one has ended instead, in milliseconds. */
    private static final int LOOK = 100;

    private final Launch launch;
    private final ServerSocket server;
    private final TrainingToken token;

    /** Hears of one that has ended before it called. */
    @FunctionalInterface
    interface Stillborn {
        /** Throws, where none is to be left then. */
        void told(int number, String how) throws IOException;
    }

    /** One has ended before it called, and another one may not. */
    static final class Ended extends IOException {
        private static final long serialVersionUID = 1L;

        Ended(String how) {
            super(how);
        }
    }

    /** A process that has not called yet. */
    private record Started(int number, Process process, Path folder) {}

    Arrivals(Launch launch, ServerSocket server, TrainingToken token) {
        this.launch = launch;
        this.server = server;
        this.token = token;
    }

    /**
     * Starts those of these numbers at once, and returns those that have called.
     *
     * @param stillborn hears of the others
     * @throws IOException if one cannot be started, or does not call and has not ended either; none of them is left then
     */
    List<TrainingProcess> start(List<Integer> numbers, Stillborn stillborn) throws IOException {
        var started = new ArrayList<Started>();
        var arrived = new ArrayList<TrainingProcess>();
        boolean complete = false;
        try {
            forgetCallers();
            for (int number : numbers) {
                started.add(started(number));
            }
            long until = System.nanoTime() + launch.patience().toNanos();
            server.setSoTimeout(LOOK);
            while (!started.isEmpty()) {
                checkStarted(started, until, stillborn);
                try {
                    var link = token.accept(server);
                    if (link != null) {
                        var hello = hello(link);
                        if (hello != null) {
                            arrived(link, hello, started).ifPresent(arrived::add);
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

    /** Whoever has called and was not heard is of a start before, and has been ended: its number is another process's now. */
    private void forgetCallers() throws IOException {
        server.setSoTimeout(1);
        try {
            while (true) {
                server.accept().close();
            }
        } catch (SocketTimeoutException e) {
            // None is left.
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

    private void checkStarted(List<Started> started, long until, Stillborn stillborn)
            throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        boolean late = System.nanoTime() > until;
        for (var each : List.copyOf(started)) {
            if (!each.process().isAlive()) {
                var how = told(each, Launch.ending(each.process()) + " before it called");
                started.remove(each);
                TrainingProcess.delete(each.folder());
                stillborn.told(each.number(), how);
            } else if (late) {
                throw new IOException(
                        told(
                                each,
                                "did not call in %d s".formatted(launch.patience().toSeconds())));
            }
        }
    }

    private static String told(Started worker, String how) {
        var said = Launch.said(worker.folder());
        return "worker %d (process %d) %s%s"
                .formatted(
                        worker.number(),
                        worker.process().pid(),
                        how,
                        said.isEmpty() ? "" : "; it said: " + said);
    }

    /** Returns null of one that hangs up: it has ended, and how is told of its process. */
    private static @Nullable WorkerFrame hello(FrameLink link) {
        try {
            return link.receiveHello();
        } catch (IOException e) {
            return null;
        }
    }

    /** Returns none of one that called and has ended before it was heard. */
    private static Optional<TrainingProcess> arrived(
            FrameLink link, WorkerFrame hello, List<Started> started) throws IOException {
        var body = ByteBuffer.wrap(hello.body());
        int number = body.getInt();
        int port = body.getInt();
        for (var each : started) {
            if (each.number() == number) {
                started.remove(each);
                return Optional.of(
                        new TrainingProcess(number, port, each.process(), link, each.folder()));
            }
        }
        link.close();
        return Optional.empty();
    }
}
