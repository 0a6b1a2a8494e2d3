package himalia.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The folder in which parts wait. */
class FarPartsTest {
    @TempDir private Path folder;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "it knows no such permissions")
    void whoMayReadFoldersMayReadThatOfParts() throws Exception {
        Set<PosixFilePermission> plain =
                Files.getPosixFilePermissions(Files.createDirectory(folder.resolve("plain")));
        assertThat(Files.getPosixFilePermissions(FarParts.folderIn(folder))).isEqualTo(plain);
    }

    @Test
    void whatCannotBeDeletedHidesNothing() throws Exception {
        var parts = FarParts.folderIn(folder);
        Files.createFile(parts.resolve("00000.parquet"));
        var still = Files.createDirectories(parts.resolve("99999/draft"));
        FarParts.delete(parts);
        assertThat(still).exists();
        Files.delete(still);
        Files.delete(still.getParent());
        FarParts.delete(parts);
        assertThat(parts).doesNotExist();
    }
}
