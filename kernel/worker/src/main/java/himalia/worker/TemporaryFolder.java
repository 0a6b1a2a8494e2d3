package himalia.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The folder that the kernel made for this process's temporary files. The kernel deletes it; where the kernel was killed,
 * this does, as far as it comes: nobody is left to wait for it.
 */
record TemporaryFolder(Path path) {
    private static final long PATIENCE_MS = 1_000;

    /** Returns the one in which the kernel's socket lies. */
    static TemporaryFolder of(String socket) {
        return new TemporaryFolder(Path.of(socket).resolveSibling(""));
    }

    /** Deletes it with all that is in it, for a second at most. */
    void delete() throws InterruptedException {
        var thread = new Thread(this::deleteNow, "himalia-temporary-folder");
        thread.setDaemon(true);
        thread.start();
        thread.join(PATIENCE_MS);
    }

    private void deleteNow() {
        try (var all = Files.walk(path)) {
            // What is in a folder comes after it, and has to go before.
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            System.getLogger("himalia.worker")
                    .log(System.Logger.Level.DEBUG, "not all of " + path + " could be deleted", e);
        }
    }
}
