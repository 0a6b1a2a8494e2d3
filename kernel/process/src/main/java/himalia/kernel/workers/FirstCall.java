package himalia.kernel.workers;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Waits for the call of a worker that was started, and for the end of one that does not call. */
final class FirstCall {
    /** In seconds. */
    static final int PATIENCE = 30;

    private FirstCall() {}

    /**
     * Accepts the worker's call, and gives up where the worker dies before it calls, or does not call in time; what it said
     * of that has been heard then.
     */
    static SocketChannel accept(ServerSocketChannel server, Process process, NativeOutput... said)
            throws IOException {
        process.onExit().thenRun(() -> closed(server));
        var late = CompletableFuture.delayedExecutor(PATIENCE, TimeUnit.SECONDS);
        late.execute(() -> closed(server));
        try {
            return server.accept();
        } catch (IOException e) {
            var how =
                    process.isAlive()
                            ? "did not call back in " + PATIENCE + " s"
                            : "ended with status " + process.exitValue() + " before it could start";
            kill(process);
            awaitExit(process, 1);
            Stream.of(said).forEach(NativeOutput::awaitEnd);
            throw new IOException("the worker process " + how + "; run './himalia doctor'", e);
        }
    }

    /** Ends it by its handle: ended by itself, a process closes its streams, and what it said last would never be read. */
    static void kill(Process process) {
        boolean asked = process.toHandle().destroyForcibly();
    }

    static void awaitExit(Process process, long seconds) {
        try {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closed(ServerSocketChannel server) {
        try {
            server.close();
        } catch (IOException e) {
            // Closed already: the worker had called.
        }
    }
}
