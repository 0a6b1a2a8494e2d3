package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever ends while a cell is stopped, nothing stays behind. */
@Timeout(240)
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

    @Test
    void aKernelThatIsShutDownWhileStoppedTakesItsWorkerWithIt() throws Exception {
        try (var kernel = RealKernel.start()) {
            var children = stopped(kernel, new DebugTalk(kernel.client()));
            assertThat(kernel.client().shutdown(false)).isPresent();
            RealKernel.awaitGone(children);
        }
    }

    @Test
    void aWorkerWhoseKernelIsKilledWhileStoppedEnds() throws Exception {
        try (var kernel = RealKernel.start()) {
            var children = stopped(kernel, new DebugTalk(kernel.client()));
            kernel.client().process().orElseThrow().destroyForcibly();
            RealKernel.awaitGone(children);
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
            RealKernel.awaitGone(children);
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
