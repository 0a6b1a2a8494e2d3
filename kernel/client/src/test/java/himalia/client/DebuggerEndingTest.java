package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever ends while a cell is stopped, nothing stays behind. */
@Timeout(90)
class DebuggerEndingTest {
    private static final String CODE = "int x = 1;\nx++;\nThread.sleep(60_000);";

    private static List<ProcessHandle> stopped(RealKernel kernel, DebugTalk debug)
            throws Exception {
        debug.attach();
        debug.breakpoints(CODE, 2);
        var running = debug.run(CODE);
        assertThat(debug.stopped()).containsExactly("cell:2");
        assertThat(running.isDone()).isFalse();
        var children = kernel.client().process().orElseThrow().descendants().toList();
        assertThat(children).isNotEmpty();
        return children;
    }

    private static void gone(List<ProcessHandle> children) throws Exception {
        // Not onExit: for a process that is not our child it looks rarely.
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (children.stream().anyMatch(ProcessHandle::isAlive)) {
            assertThat(System.nanoTime()).as("%s still run", children).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void aKernelThatIsShutDownWhileStoppedTakesItsWorkerWithIt() throws Exception {
        try (var kernel = RealKernel.start()) {
            var children = stopped(kernel, new DebugTalk(kernel.client()));
            assertThat(kernel.client().shutdown(false)).isPresent();
            gone(children);
        }
    }

    @Test
    void aWorkerWhoseKernelIsKilledWhileStoppedEnds() throws Exception {
        try (var kernel = RealKernel.start()) {
            var children = stopped(kernel, new DebugTalk(kernel.client()));
            kernel.client().process().orElseThrow().destroyForcibly();
            gone(children);
        }
    }

    @Test
    void aWorkerWhoseKernelIsKilledDuringACallOfTheDebuggerEnds() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run("int endless() { while (true); }");
            var debug = new DebugTalk(kernel.client());
            var children = stopped(kernel, debug);
            assertThat(debug.evaluate("endless()")).contains("did not return");
            kernel.client().process().orElseThrow().destroyForcibly();
            gone(children);
        }
    }

    @Test
    void aKernelLoadsTheDebugInterfaceWhenADebuggerAttaches() throws Exception {
        try (var kernel = RealKernel.start()) {
            var debug = new DebugTalk(kernel.client());
            kernel.run("int a = 1;");
            assertThat(debug.body("debugInfo").flag("isStarted", true)).isFalse();
            assertThat(loaded(kernel)).contains("himalia.kernel.session").doesNotContain(".jdi.");

            debug.attach();
            assertThat(loaded(kernel)).contains("com.sun.tools.jdi.");
        }
    }

    private static String loaded(RealKernel kernel) throws Exception {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(kernel.client().process().orElseThrow().pid()),
                        "GC.class_histogram",
                        "-all");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
