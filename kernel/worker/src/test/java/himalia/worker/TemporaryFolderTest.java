package himalia.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worker's own ends: its folder, and what looks like the end of the process and is that of a cell. */
class TemporaryFolderTest {
    @Test
    void theFolderOfTheSocketIsDeletedWithAllThatIsInIt(@TempDir Path parent) throws Exception {
        var folder = Files.createDirectory(parent.resolve("himalia-1"));
        Files.createDirectories(folder.resolve("a/b/c"));
        Files.writeString(folder.resolve("a/b/native.so"), "code");
        Files.writeString(parent.resolve("another's"), "kept");
        TemporaryFolder.of(folder.resolve("link").toString()).delete();
        assertThat(folder).doesNotExist();
        assertThat(parent.resolve("another's")).exists();
    }

    @Test
    void theEndOfTheProcessEndsACellAndSaysHowToEndTheKernel() {
        for (Runnable exit :
                new Runnable[] {
                    () -> Exits.exit(3),
                    () -> Exits.exit(Runtime.getRuntime(), 3),
                    () -> Exits.halt(Runtime.getRuntime(), 3)
                }) {
            org.assertj.core.api.Assertions.assertThatThrownBy(exit::run)
                    .isInstanceOf(CellExit.class)
                    .hasMessageContaining("(3) ended this thread")
                    .hasMessageContaining("The kernel and its variables go on")
                    .hasMessageContaining("shut down or restart");
        }
    }
}
