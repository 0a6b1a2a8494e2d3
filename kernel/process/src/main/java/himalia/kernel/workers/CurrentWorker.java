package himalia.kernel.workers;

import himalia.link.LinkMessage;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The worker that there is now: started, watched, and replaced by a fresh one. */
final class CurrentWorker {
    private final WorkerListener listener;
    private final Consumer<WorkerProcess> whenStarted;
    private volatile WorkerSettings settings;
    private volatile CompletableFuture<WorkerProcess> worker;
    private volatile boolean lost;
    private volatile boolean closing;
    private volatile @Nullable String givenUp;

    /**
     * Starts the first one, and returns at once.
     *
     * @param whenStarted hears of each one before it runs anything
     */
    CurrentWorker(
            WorkerSettings settings, WorkerListener listener, Consumer<WorkerProcess> whenStarted) {
        this.settings = settings;
        this.listener = listener;
        this.whenStarted = whenStarted;
        this.worker = launch();
    }

    private CompletableFuture<WorkerProcess> launch() {
        var started = new CompletableFuture<WorkerProcess>();
        var thread = new Thread(() -> launchNow(started), "himalia-worker-start");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    private void launchNow(CompletableFuture<WorkerProcess> started) {
        try {
            var hearing =
                    new WorkerLinkHandler(
                            listener,
                            () -> stopThread(started),
                            said -> started.thenAccept(process -> process.heap().hear(said)),
                            what -> started.thenAccept(process -> process.holds(what)),
                            () -> gone(started));
            var process =
                    WorkerProcess.start(
                            settings, hearing, (name, text) -> listener.stream(0, name, text));
            whenStarted.accept(process);
            started.complete(process);
            if (closing) {
                process.close();
            }
        } catch (IOException | RuntimeException | Error e) {
            // Whatever it is: who waits for a worker must not wait for ever.
            started.completeExceptionally(e);
        }
    }

    private static void stopThread(CompletableFuture<WorkerProcess> which) {
        var process = which.getNow(null);
        if (process != null) {
            AsynchronousStop.tryOn(process.debuggee());
        }
    }

    private synchronized void gone(CompletableFuture<WorkerProcess> which) {
        if (which == worker) {
            lost = true;
            if (!closing) {
                listener.lost();
            }
        }
    }

    /** Returns how the next one is started. */
    WorkerSettings settings() {
        return settings;
    }

    /** Starts later ones in another way; the one that runs stays as it is. */
    void settings(WorkerSettings next) {
        settings = next;
    }

    /** Returns this one, perhaps still on its way. */
    CompletableFuture<WorkerProcess> now() {
        return worker;
    }

    /** Returns the worker where one has started; null where it is on its way or could not. */
    @Nullable WorkerProcess running() {
        return worker.isCompletedExceptionally() ? null : worker.getNow(null);
    }

    /** Returns what it has to close and to end when it ends, also where it could not any more. */
    List<String> held() {
        var process = running();
        return process == null ? List.of() : process.held();
    }

    /** Waits until it has started. */
    void await() {
        worker.join();
    }

    boolean lost() {
        return lost || worker.isCompletedExceptionally();
    }

    /** Notes that it cannot be used any more. */
    void lose() {
        lost = true;
    }

    /** Notes the same of one that may have been replaced meanwhile, and why. */
    synchronized void lose(CompletableFuture<WorkerProcess> which, Exception why) {
        if (which == worker) {
            lost = true;
            if (why instanceof GivenUpException) {
                givenUp = why.getMessage();
                var noted = which.thenAccept(WorkerProcess::giveUp);
            }
        }
    }

    /** Starts a fresh one in its place. */
    synchronized void replace() {
        lost = false;
        givenUp = null;
        worker = launch();
    }

    /** Says how it ended, as a person would. */
    String ending() {
        try {
            var process = worker.join();
            var known = givenUp;
            var ending = known == null ? process.ending() : known;
            process.close();
            return ending;
        } catch (CompletionException e) {
            return String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        }
    }

    /** Asks it, and waits for the answer as long as it takes: the user's code may run. */
    LinkMessage ask(LinkMessage message) throws IOException, InterruptedException {
        return started().link().ask(message).await();
    }

    /** Asks it what is ours to do, and waits so many milliseconds at most. */
    LinkMessage ask(LinkMessage message, long milliseconds)
            throws IOException, InterruptedException {
        return AnswerTimeouts.atMost(milliseconds, started().link().ask(message));
    }

    /** Returns it, once it has started. */
    WorkerProcess started() throws IOException {
        return started(worker);
    }

    /** Returns one, once it has started. */
    static WorkerProcess started(CompletableFuture<WorkerProcess> which) throws IOException {
        try {
            return which.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException(String.valueOf(e.getCause()), e);
        }
    }

    /** Ends it for a reason, which is told. */
    void kill(String why) {
        givenUp = why;
        kill();
    }

    /** Ends it. */
    void kill() {
        var process = running();
        if (process != null) {
            process.close();
        }
    }

    /** Ends it, for good. */
    void close() {
        closing = true;
        kill();
        var process = running();
        if (process != null) {
            process.awaitCleared();
        }
    }
}
