package himalia.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Where savepoints lie: folders here, addresses to Flink. */
final class Savepoints {
    /** In milliseconds; how long a savepoint of a job that is over may still be on its way. */
    private static final long SOON = 2_000;

    private Savepoints() {}

    /** Is done when a savepoint of a job that is over would have come. */
    static CompletableFuture<Void> soon() {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(SOON, TimeUnit.MILLISECONDS));
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
