package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ought not to happen and does: the kernel answers, and goes on. */
@Timeout(240)
class HardshipTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static RealKernel kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = RealKernel.start();
        kernel.run("int kept = 7;");
    }

    @AfterAll
    static void end() {
        kernel.close();
    }

    /**
     * Sends a cell, interrupts it so long after the kernel has taken it, and returns its reply. The moments are there to
     * meet what no condition shows from outside; whatever they meet on a slow machine, the answer is the same.
     */
    private static String interrupted(RealKernel kernel, String code, long after) throws Exception {
        var request =
                Map.<String, Object>of(
                        "code", code, "silent", false, "store_history", true, "allow_stdin", false);
        try (var pending = kernel.client().send(Channel.SHELL, "execute_request", request)) {
            while (true) {
                var event = pending.next(LIMIT).orElseThrow();
                if (event instanceof Event.Published output
                        && output.message().type().equals("execute_input")) {
                    Thread.sleep(after);
                    kernel.client().interrupt();
                } else if (event instanceof Event.Replied reply) {
                    return String.valueOf(reply.message().content().get("ename"));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 4, 6, 8, 10, 13, 16, 20, 25, 30, 40, 60})
    void anInterruptThatComesWhileACellIsCompiledEndsItToo(long after) throws Exception {
        var code =
                "record Part"
                        + after
                        + "(int n) {}\nvar part = new Part"
                        + after
                        + "(3);\nThread.sleep(60_000);";
        assertThat(interrupted(kernel, code, after)).isEqualTo("Interrupted");
        assertThat(kernel.run("kept").text()).isEqualTo("7");
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 150})
    void anInterruptThatComesBeforeThereIsAWorkerEndsTheFirstCell(long after) throws Exception {
        try (var fresh = RealKernel.start()) {
            assertThat(interrupted(fresh, "Thread.sleep(60_000);", after)).isEqualTo("Interrupted");
            assertThat(fresh.run("1 + 1").text()).isEqualTo("2");
        }
    }

    @Test
    void anExpressionTooDeepForTheCompilerCostsItsCell() throws Exception {
        var deep = "int total = " + "1+".repeat(60_000) + "1;";
        assertThat(kernel.client().execute(deep).failure().orElseThrow().toString())
                .contains("too long or too deeply nested for the compiler");
        kernel.client().complete(deep + "\nke", deep.length() + 3);
        kernel.client().isComplete(deep);
        assertThat(kernel.run("kept").text()).isEqualTo("7");
    }

    @Test
    void memoryThatRunsOutInAThreadOfItsOwnIsToldAndEndsThatThread() throws Exception {
        var told =
                kernel.run(
                        """
                        var greedy = new Thread(() -> {
                            var hog = new java.util.ArrayList<long[]>();
                            while (true) hog.add(new long[1_000_000]);
                        }, "greedy");
                        greedy.start();
                        greedy.join();""");
        assertThat(told.stderr())
                .contains("Exception in thread \"greedy\" java.lang.OutOfMemoryError");
        assertThat(kernel.run("kept").text()).isEqualTo("7");
    }

    @Test
    void memoryThatAThreadKeepsIsFreedByTheNextCell() throws Exception {
        kernel.run(
                """
                var held = new java.util.ArrayList<Object>();
                var keeper = new Thread(() -> {
                    while (true) held.add(new long[10_000]);
                });
                keeper.start();
                keeper.join();""");
        kernel.run("held.clear();");
        assertThat(kernel.run("kept").text()).isEqualTo("7");
    }

    @Test
    void anEndlessRecursionIsToldInFewLines() throws Exception {
        kernel.run("int down(int n) { return down(n + 1) + 1; }");
        var failure = kernel.client().execute("down(0)").failure().orElseThrow();
        assertThat(failure.ename()).isEqualTo("java.lang.StackOverflowError");
        var told = String.join("\n", failure.traceback());
        assertThat(told).containsPattern("… the same \\d+ times more, or oftener");
        assertThat(told.lines().count()).isLessThan(10);
        assertThat(kernel.run("kept").text()).isEqualTo("7");
    }
}
