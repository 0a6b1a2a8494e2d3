package himalia.streaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where savepoints lie: folders here, addresses to Flink. */
final class Savepoints {
    private Savepoints() {}

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
