package himalia.kernel.workers;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.java.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a worker does wrong, at whichever step: every cell is answered, soon, and the next one runs. */
@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the faulty worker is started by a shell")
class FaultsTest {
    private static final Duration BOUND = Duration.ofSeconds(60);

    @TempDir Path folder;

    /** A program that starts the faulty worker where the kernel starts a worker. */
    private String java(String fault, boolean once) throws Exception {
        var real = Path.of(System.getProperty("java.home"), "bin", "java");
        var options = "-Dfault='" + fault + "'";
        if (once) {
            var file = Files.createFile(folder.resolve("once"));
            options += " -Dfault.once='" + file + "'";
        }
        var script = folder.resolve("java");
        Files.writeString(
                script,
                """
                #!/bin/bash
                sed -i 's/himalia.worker.WorkerMain/himalia.kernel.workers.FaultyWorker/' "${1#@}"
                exec '%s' %s "$@"
                """
                        .formatted(real, options));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script.toString();
    }

    private static Outcome soon(TestWorker cells, String source) throws Exception {
        return CompletableFuture.supplyAsync(() -> cells.run(source))
                .get(BOUND.toSeconds(), TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start:die",
                "start:be silent",
                "load:die",
                "load:die after",
                "load:swallow",
                "load:refuse",
                "load:answer twice",
                "load:answer garbage",
                "load:answer nonsense",
                "load:answer late",
                "load:break the link",
                "load:flood",
                "invoke:die",
                "invoke:die after",
                "invoke:refuse",
                "invoke:answer twice",
                "invoke:answer garbage",
                "invoke:break the link",
                "invoke:flood",
                "cell end:die",
                "cell end:swallow",
                "cell end:refuse",
                "cell end:answer twice",
                "cell end:answer garbage",
                "cell end:break the link"
            })
    void aFaultOfOneWorkerIsAnsweredAndTheNextCellRuns(String fault) throws Exception {
        try (var cells = TestWorker.of(java(fault, true))) {
            assertThat(soon(cells, "int made = 20;\nmade + 1")).isNotNull();
            // It may be the one that finds the worker gone.
            assertThat(soon(cells, "1 + 1")).isInstanceOf(Outcome.Finished.class);
            assertThat(cells.value("int after = 40;\nafter + 2")).isEqualTo("42");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"start:die", "load:die", "load:refuse", "invoke:die"})
    void aFaultOfEveryWorkerIsAnsweredToo(String fault) throws Exception {
        try (var cells = TestWorker.of(java(fault, false))) {
            for (int i = 0; i < 3; i++) {
                assertThat(soon(cells, "1 + " + i)).isInstanceOf(Outcome.Failed.class);
            }
        }
    }

    /** Neither the answer of ours in its place nor one for which it found no memory. */
    @Test
    void aFullHeapIsToldWithItsSizeWhateverFoundNoMemoryToAnswer() throws Exception {
        try (var cells = TestWorker.of(java("invoke:be full", true))) {
            assertThat(cells.failure("1 + 1")).contains("is full (it may take 256 MB)");
            assertThat(
                            cells.failure(
                                    """
                                    class Full extends OutOfMemoryError {
                                        public StackTraceElement[] getStackTrace() { throw new OutOfMemoryError("Java heap space"); }
                                    }
                                    throw new Full();"""))
                    .contains("is full (it may take 256 MB)", "%jvm --heap 512m");
        }
    }

    @Test
    void aClassThatNoWorkerTookIsTaughtToNoOther() throws Exception {
        try (var cells = TestWorker.of(java("load:die", true))) {
            cells.run("class Deadly {}");
            assertThat(cells.value("1 + 1")).isEqualTo("2");
        }
    }

    @Test
    void aWorkerThatDiedWhileNothingRanCostsTheNextCellNothing() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("int lost = 1;\nint twice(int x) { return 2 * x; }");
            long pid = Long.parseLong(cells.value("ProcessHandle.current().pid()"));
            for (int i = 0; i < 3; i++) {
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
                cells.printed();
                // At once: the kernel may not have noticed yet.
                pid = Long.parseLong(cells.value("ProcessHandle.current().pid() + 0 * twice(3)"));
                assertThat(cells.printed())
                        .contains("[notice] the process that ran the cells is gone:");
            }
            assertThat(cells.failure("lost")).contains("lost");
        }
    }

    /** Stopped from outside, or by a heap in which nothing can be heard any more. */
    @Test
    void oneInterruptOfAWorkerThatHearsNothingEndsItAndTheNextCellRuns() throws Exception {
        try (var cells = new TestWorker()) {
            cells.value("int kept = 1;");
            var outcome =
                    CompletableFuture.supplyAsync(
                            () ->
                                    cells.run(
                                            "new ProcessBuilder(\"kill\", \"-STOP\", \"\" + ProcessHandle.current().pid()).start().waitFor();"
                                                    + " System.out.println(1); Thread.sleep(100_000); 7"));
            Thread.sleep(2_000);
            cells.interrupt();
            assertThat(outcome.get(BOUND.toSeconds(), TimeUnit.SECONDS).toString())
                    .contains("it did not answer for 10 s", "kept");
            assertThat(cells.value("1 + 1")).isEqualTo("2");
        }
    }

    @Test
    void oneInterruptOfCodeThatWillNotEndKeepsTheWorker() throws Exception {
        try (var cells = new TestWorker()) {
            var outcome =
                    CompletableFuture.supplyAsync(
                            () ->
                                    cells.run(
                                            "int kept = 3; long until = System.nanoTime() + 12_000_000_000L;\n"
                                                    + "while (System.nanoTime() < until) { try { Thread.sleep(100); } catch (Throwable t) { } }"));
            Thread.sleep(1_500);
            cells.interrupt();
            outcome.get(BOUND.toSeconds(), TimeUnit.SECONDS);
            assertThat(cells.value("kept")).isEqualTo("3");
        }
    }
}
