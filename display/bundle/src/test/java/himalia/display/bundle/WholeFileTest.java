package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void permissionsStayAndThoseOfANewFileAreTheUsualOnes() throws IOException {
        var usual = Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual")));
        var file = folder.resolve("file");

        write(file, "one");
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(usual);

        for (var permissions : new String[] {"rw-r-----", "rw-rw-rw-", "r--r--r--"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, permissions);
            assertThat(file).hasContent(permissions);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
    }

    @Test
    void whatFailsChangesNothingAndLeavesNothing() throws IOException {
        var file = folder.resolve("file");
        write(file, "before");

        assertThatThrownBy(
                        () ->
                                WholeFile.write(
                                        file,
                                        out -> {
                                            out.write('x');
                                            throw new IOException("the disk is full");
                                        }))
                .hasMessage("the disk is full");

        assertThat(file).hasContent("before");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysOne() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "before");
        var link = Files.createSymbolicLink(folder.resolve("link"), file);

        write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("after");
    }

    @Test
    void aFolderIsNoFileAndAMissingOneIsNamed() {
        assertThatThrownBy(() -> write(folder, "x"))
                .hasMessage(folder + ": is a folder; name a file in it");
        assertThat(folder).isEmptyDirectory();
        var lost = folder.resolve("none/file");
        assertThatThrownBy(() -> write(lost, "x"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(lost + ": its folder is not there");
    }

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
