package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However the kernel or its worker ends, the rest goes on or ends too. */
@Timeout(240)
class EndingsTest {
    private static String signal(String name) {
        return "new ProcessBuilder(\"kill\", \"-"
                + name
                + "\", \"\" + ProcessHandle.current().pid()).start().waitFor(); Thread.sleep(20_000);";
    }

    private static List<ProcessHandle> workersOf(RealKernel kernel) {
        var children = kernel.client().process().orElseThrow().descendants().toList();
        assertThat(children).isNotEmpty();
        return children;
    }

    @Test
    void nativeCodeThatAbortsCostsTheCellNotTheNotebook() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run("int lost = 1;\nint twice(int x) { return 2 * x; }");
            var workers = workersOf(kernel);
            var failure = kernel.client().execute(signal("ABRT")).failure().orElseThrow();
            assertThat(failure.toString()).contains("SIGABRT").contains("Lost variables: lost");
            RealKernel.awaitGone(workers);
            assertThat(kernel.run("twice(21)").text()).contains("42");
        }
    }

    @Test
    void aShutdownHookThatHangsHoldsUpNothing() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run(
                    "Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) { try { Thread.sleep(1000); }"
                            + " catch (InterruptedException e) { } } }));");
            var workers = workersOf(kernel);
            assertThat(kernel.client().shutdown(false)).isPresent();
            RealKernel.awaitGone(workers);
        }
    }

    @Test
    void aWorkerWhoseKernelIsKilledInTheMiddleOfACellEnds() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run("int x = 1;");
            var workers = workersOf(kernel);
            var code = "System.out.println(x);\nwhile (true) { x++; }";
            try (var cell =
                    kernel.client().send(Channel.SHELL, "execute_request", Map.of("code", code))) {
                RealKernel.awaitPrinted(cell);
                kernel.client().process().orElseThrow().destroyForcibly();
                RealKernel.awaitGone(workers);
            }
        }
    }
}
