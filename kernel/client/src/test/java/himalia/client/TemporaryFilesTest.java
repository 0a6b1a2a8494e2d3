package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.workers.LeftFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What a worker leaves in its temporary folder is gone when it is, however either process ended. */
@Timeout(240)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the processes are ended by kill")
class TemporaryFilesTest {
    private static final String LEAVE =
            "var left = Files.createTempFile(\"left\", \".so\"); Files.write(left, new byte[100_000]);"
                    + " Files.createDirectories(left.resolveSibling(\"in/a/folder\")); Files.writeString(left.resolveSibling(\"in/a/folder/text\"), \"x\");"
                    + " left.getParent().toString()";

    private static Path folder(RealKernel kernel) throws Exception {
        var folder = Path.of(kernel.run("import java.nio.file.*; " + LEAVE).text());
        assertThat(folder.getParent()).isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        return folder;
    }

    private static ProcessHandle worker(RealKernel kernel) throws Exception {
        var pid = kernel.run("ProcessHandle.current().pid()").text();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static void stopped(ProcessHandle process) throws Exception {
        var stop = new ProcessBuilder("kill", "-STOP", "" + process.pid()).inheritIO().start();
        assertThat(stop.waitFor()).isZero();
    }

    private static void until(BooleanSupplier wanted) throws InterruptedException {
        long end = System.nanoTime() + RealKernel.LIMIT.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(10);
        }
    }

    @Test
    void aWorkerThatIsKilledTakesItsFilesAlongAndTheNextHasAFolderOfItsOwn() throws Exception {
        try (var kernel = RealKernel.start()) {
            var first = folder(kernel);
            worker(kernel).destroyForcibly();
            until(() -> !Files.exists(first));

            var second = folder(kernel);
            assertThat(second).isNotEqualTo(first);
            assertThat(kernel.client().shutdown(false)).isPresent();
            until(() -> !Files.exists(second));
        }
    }

    @Test
    void aWorkerWhoseKernelIsKilledDeletesItsFilesItself() throws Exception {
        try (var kernel = RealKernel.start()) {
            var folder = folder(kernel);
            kernel.client().process().orElseThrow().destroyForcibly();
            until(() -> !Files.exists(folder));
        }
    }

    @Test
    void aFolderThatIsLeftIsDeletedByTheNextKernelAndThatOfOneThatLivesByNobody() throws Exception {
        try (var kernel = RealKernel.start()) {
            var folder = folder(kernel);
            var worker = worker(kernel);
            // It looks old enough to be left.
            var old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
            Files.setLastModifiedTime(folder.resolve("owner"), old);
            LeftFolders.sweep();
            assertThat(folder.resolve("in/a/folder/text")).exists();

            // Both at once, so that neither can.
            stopped(worker);
            kernel.client().process().orElseThrow().destroyForcibly();
            LeftFolders.sweep();
            assertThat(folder.resolve("in/a/folder/text")).exists();
            worker.destroyForcibly();
            until(() -> !worker.isAlive());
            until(
                    () -> {
                        LeftFolders.sweep();
                        return !Files.exists(folder);
                    });
            assertThat(folder).doesNotExist();
        }
    }

    @Test
    void anotherFolderThatTheUserNamesIsUsedAndLeftAlone() throws Exception {
        var own = Files.createTempDirectory("mine");
        var options = java.util.Map.of("HIMALIA_JVM_OPTS", "-Djava.io.tmpdir=" + own);
        try (var kernel = RealKernel.start(options)) {
            assertThat(kernel.run("import java.nio.file.*; " + LEAVE).text())
                    .isEqualTo(own.toString());
        }
        try (var kept = Files.list(own)) {
            assertThat(kept).hasSize(2);
        }
    }
}
