package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However the kernel or its worker ends, the rest goes on or ends too. */
@Timeout(90)
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

    private static void gone(List<ProcessHandle> children) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (children.stream().anyMatch(ProcessHandle::isAlive)) {
            assertThat(System.nanoTime()).as("%s still run", children).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void nativeCodeThatAbortsCostsTheCellNotTheNotebook() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run("int lost = 1;\nint twice(int x) { return 2 * x; }");
            var workers = workersOf(kernel);
            var failure = kernel.client().execute(signal("ABRT")).failure().orElseThrow();
            assertThat(failure.toString()).contains("SIGABRT").contains("Lost variables: lost");
            gone(workers);
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
            long start = System.nanoTime();
            assertThat(kernel.client().shutdown(false)).isPresent();
            gone(workers);
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
    }

    @Test
    void aWorkerWhoseKernelIsKilledInTheMiddleOfACellEnds() throws Exception {
        try (var kernel = RealKernel.start()) {
            kernel.run("int x = 1;");
            var workers = workersOf(kernel);
            var cell =
                    CompletableFuture.runAsync(
                            () -> {
                                try {
                                    kernel.client().execute("while (true) { x++; }");
                                } catch (Exception e) {
                                    // Its kernel is gone: that is the point.
                                }
                            });
            Thread.sleep(300);
            kernel.client().process().orElseThrow().destroyForcibly();
            gone(workers);
            cell.cancel(true);
        }
    }
}
