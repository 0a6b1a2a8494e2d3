package himalia.streaming;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Hears of a failure of which nobody waits to be told, as the kernel does. */
final class ToldFailure implements AutoCloseable {
    private final Thread.UncaughtExceptionHandler before =
            Thread.getDefaultUncaughtExceptionHandler();
    private final CompletableFuture<Throwable> told = new CompletableFuture<>();

    ToldFailure() {
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> told.complete(thrown));
    }

    /** Waits for it. */
    Throwable await() throws InterruptedException, ExecutionException {
        return told.get();
    }

    @Override
    public void close() {
        Thread.setDefaultUncaughtExceptionHandler(before);
    }
}
