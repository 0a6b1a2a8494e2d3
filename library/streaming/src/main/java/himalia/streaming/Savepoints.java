package himalia.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.SavepointFormatType;
import org.jspecify.annotations.Nullable;

/** Where savepoints lie: folders here, addresses to Flink. */
final class Savepoints {
    /** In milliseconds; how long a savepoint of a job that is over may still be on its way. */
    private static final long SOON = 2_000;

    private Savepoints() {}

    /** Is done when the savepoint of a job that is over has come or failed, or would have come. */
    static CompletableFuture<Void> orSoon(CompletableFuture<?> saving) {
        return saving.handle((place, thrown) -> (Void) null)
                .completeOnTimeout(null, SOON, TimeUnit.MILLISECONDS)
                // The virtual machine has one thread for all delays: what follows is not for it.
                .thenApplyAsync(done -> done);
    }

    /** Stops a job with a savepoint, once there is one to ask. */
    static CompletableFuture<String> stop(CompletableFuture<KeptJobClient> job, String target) {
        return job.thenCompose(
                to -> to.stopWithSavepoint(false, target, SavepointFormatType.CANONICAL));
    }

    /** Returns what is left of a job that is over. */
    static String told(@Nullable Path kept) {
        return kept == null
                ? "only one that runs has a state to save"
                : "its state is in " + kept + ", and Flink.resume goes on from there";
    }

    /** Returns the address of the folder below which one is to be written; the folder is made. */
    static String target(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for a savepoint: " + folder, e);
        }
        return folder.toAbsolutePath().toUri().toString();
    }

    /** Returns the folder of an address. */
    static Path path(String place) {
        return Path.of(URI.create(place.replaceFirst("^file:/+", "file:///")));
    }
}
