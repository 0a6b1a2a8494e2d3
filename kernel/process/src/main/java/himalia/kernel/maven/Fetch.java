package himalia.kernel.maven;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Something that is being resolved, on a thread of its own: whoever asked comes back for it, sees how far it is, and may
 * give it up. A connection that hangs then holds up nobody.
 *
 * @param <T> what comes of it
 */
public final class Fetch<T> {
    /** Who has not come back for so long will not. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile Map<String, Object> progress = Map.of();
    private volatile long askedAt = System.nanoTime();
    private volatile boolean unwanted;

    /** Begins it; {@code work} tells what it gets and hears whether to go on. */
    public Fetch(Function<Predicate<Map<String, Object>>, T> work) {
        var thread =
                new Thread(
                        () -> {
                            try {
                                result.complete(work.apply(this::heard));
                            } catch (RuntimeException | LinkageError e) {
                                result.completeExceptionally(e);
                            }
                        },
                        "himalia-fetch");
        thread.setDaemon(true);
        thread.start();
    }

    private boolean heard(Map<String, Object> now) {
        progress = now;
        return !unwanted && System.nanoTime() - askedAt < PATIENCE;
    }

    /** Returns how far it is: {@code name}, {@code done}, {@code total}, {@code files}; empty before anything comes. */
    public Map<String, Object> progress() {
        return progress;
    }

    /** Nobody waits for it any more. */
    public void giveUp() {
        unwanted = true;
    }

    /**
     * Returns what came of it, where it comes in time.
     *
     * @throws IllegalArgumentException in words for the user, where it failed
     */
    public Optional<T> await(long milliseconds) {
        askedAt = System.nanoTime();
        try {
            return Optional.of(result.get(milliseconds, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalArgumentException said) {
                throw said;
            }
            throw new IllegalArgumentException(String.valueOf(e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp();
            throw new IllegalArgumentException("interrupted", e);
        } finally {
            askedAt = System.nanoTime();
        }
    }
}
