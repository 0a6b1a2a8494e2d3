package himalia.display.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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

        for (var permissions : new String[] {"rw-r-----", "rw-rw-rw-", "-w--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            write(file, permissions);
            assertThat(file).hasContent(permissions);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo(permissions);
        }
    }

    /** Of other files, and of who may still be writing, nothing is touched. */
    @Test
    void whatAKilledProcessLeftOfTheSameFileIsDeleted() throws IOException {
        var file = folder.resolve("net.checkpoint");
        var id = "0a1b2c3d-0000-4000-8000-0123456789ab";
        var left = Files.writeString(folder.resolve(".himalia-" + id + ".net.checkpoint"), "ha");
        var fresh =
                Files.writeString(
                        folder.resolve(".himalia-" + id.replace('a', 'b') + ".net.checkpoint"),
                        "h");
        var other = Files.writeString(folder.resolve(".himalia-" + id + ".other.checkpoint"), "h");
        for (var draft : List.of(left, other)) {
            Files.setLastModifiedTime(
                    draft, FileTime.fromMillis(System.currentTimeMillis() - 120_000));
        }
        WholeFile.writeSynced(file, out -> out.write('x'));

        assertThat(file).hasContent("x");
        assertThat(left).doesNotExist();
        assertThat(fresh).exists();
        assertThat(other).exists();
        write(file, "y");
        assertThat(folder.toFile().list()).hasSize(3);
    }

    /** Whatever its age; what another process, or one of another machine, may be writing stays. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatAProcessLeftThatIsNoMoreIsDeletedAtOnce() throws Exception {
        var file = folder.resolve("ConvolutionalRegressor-9be4a616dc7e.checkpoint");
        var process = new ProcessBuilder("true").start();
        assertThat(process.waitFor()).isZero();
        int machine = DraftWriter.of(DraftWriter.newName()).machine();
        assertThat(machine).isNotZero();
        var left = draft(new DraftWriter(machine, (int) process.pid()));
        var stays =
                List.of(
                        draft(new DraftWriter(machine, 1)),
                        draft(new DraftWriter(machine, (int) ProcessHandle.current().pid())),
                        draft(new DraftWriter(machine + 1, (int) process.pid())),
                        draft(new DraftWriter(0, (int) process.pid())));
        WholeFile.writeSynced(
                file,
                out -> {
                    out.write('x');
                    assertThat(folder.toFile().list()).hasSize(6);
                });

        assertThat(left).doesNotExist();
        assertThat(stays).allSatisfy(draft -> assertThat(draft).exists());
        assertThat(folder.toFile().list()).hasSize(5);
    }

    private Path draft(DraftWriter writer) throws IOException {
        var name = ".himalia-" + writer.name(7) + ".egressor-9be4a616dc7e.checkpoint";
        return Files.writeString(folder.resolve(name), "half");
    }

    @Test
    void anInterruptedThreadWritesToTheDiskToo() throws IOException {
        var file = folder.resolve("file");
        Thread.currentThread().interrupt();
        WholeFile.writeSynced(file, out -> out.write('x'));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(file).hasContent("x");
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
        assertThat(folder.toFile().list()).containsExactly("file");
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
    @DisabledOnOs(OS.WINDOWS)
    void aLinkToWhatIsNotThereYetStaysOne() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("later"));

        write(link, "after");

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("later")).hasContent("after");
        var round = Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));
        assertThatThrownBy(() -> write(round, "x")).isInstanceOf(FileSystemLoopException.class);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileThatIsReadOnlyIsRefusedAlsoToTheSuperuser() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "before");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertThatThrownBy(() -> write(file, "after"))
                .isInstanceOf(AccessDeniedException.class)
                .hasMessage(file + ": is read-only; let it be written, or name another file");
        assertThat(file).hasContent("before");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatGoesToADeviceLeavesItOneAndAPipeIsNoFile() throws Exception {
        var device = Path.of("/dev/null");

        write(device, "gone");

        assertThat(Files.isRegularFile(device)).isFalse();
        assertThat(device).exists();
        var pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> write(pipe, "x"))
                .hasMessage(pipe + ": is a device or a pipe, and no file; name a file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whatSomebodyHasOpenIsWrittenBehindWhatItHoldsAndNotReplaced() throws IOException {
        var log = Files.writeString(folder.resolve("log.txt"), "before\n");
        var number = Files.getAttribute(log, "unix:ino");
        try (var held = Files.newOutputStream(log, StandardOpenOption.APPEND)) {
            var name = descriptor(log);
            var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/fd", name));

            write(Path.of("/dev/fd", name), "one\n");
            write(folder.resolve("../../../../../../../dev/fd").resolve(name), "two\n");
            write(link, "three\n");
            held.write("after\n".getBytes(StandardCharsets.UTF_8));

            assertThatThrownBy(() -> WholeFile.replace(link, draft -> Files.createFile(draft)))
                    .hasMessage(link + ": is a device or a pipe, and no file; name a file");
        }

        assertThat(log).hasContent("before\none\ntwo\nthree\nafter\n");
        assertThat(Files.getAttribute(log, "unix:ino")).isEqualTo(number);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aLinkToADeviceIsOneToo() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), Path.of("/dev/null"));

        write(link, "gone");

        assertThat(link).isSymbolicLink();
        assertThat(folder.toFile().list()).containsExactly("link");
    }

    /** Returns the number under which this process has a file open. */
    private static String descriptor(Path file) throws IOException {
        var real = file.toRealPath();
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            return open.filter(
                            each -> {
                                try {
                                    return Files.readSymbolicLink(each).equals(real);
                                } catch (IOException e) {
                                    return false;
                                }
                            })
                    .findFirst()
                    .orElseThrow()
                    .getFileName()
                    .toString();
        }
    }

    @Test
    void aFolderIsNoFileAndAMissingOneIsNamed() throws IOException {
        assertThatThrownBy(() -> write(folder, "x"))
                .hasMessage(folder + ": is a folder; name a file in it");
        assertThat(folder).isEmptyDirectory();
        var file = Files.createFile(folder.resolve("file"));
        var lost = folder.resolve("none/file");
        assertThatThrownBy(() -> write(lost, "x"))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(lost + ": its folder is not there");
        var below = file.resolve("model");
        assertThatThrownBy(() -> write(below, "x"))
                .hasMessage(below + ": " + file + " is a file, and no folder; name another one");
    }

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
