package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Nothing of ours in the user's JVM listens, and the kernel listens to this machine alone. */
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads the tables of Linux")
class NothingListensTest {
    @Test
    void theWorkerHasNoPortOfOursBeforeAndAfterCellsInterruptsAndTheDebugger() throws Exception {
        try (var kernel = RealKernel.start()) {
            var worker = ProcessHandle.of(Long.parseLong(pid(kernel))).orElseThrow();
            assertThat(Listeners.of(worker)).isEmpty();

            interruptInALibrary(kernel);
            assertThat(Listeners.of(worker)).isEmpty();

            var debugger = new DebugTalk(kernel.client());
            debugger.attach();
            debugger.breakpoints("int stopped = 1;", 1);
            var cell = debugger.run("int stopped = 1;");
            debugger.stopped();
            assertThat(Listeners.of(worker)).isEmpty();
            debugger.body("continue", Map.of("threadId", 1));
            assertThat(cell.get(10, TimeUnit.SECONDS).ok()).isTrue();
            debugger.body("disconnect");
            assertThat(Listeners.of(worker)).isEmpty();

            // The user's own, and a proof that one would have been seen.
            var port =
                    kernel.run("var own = new java.net.ServerSocket(0);\nown.getLocalPort()")
                            .text();
            assertThat(pid(kernel)).isEqualTo(Long.toString(worker.pid()));
            assertThat(Listeners.of(worker))
                    .extracting(InetSocketAddress::getPort)
                    .containsExactly(Integer.parseInt(port));
        }
    }

    @Test
    void aWorkerThatHasNotRunACellYetHasNoPort() throws Exception {
        try (var kernel = RealKernel.start()) {
            var workers = kernel.client().process().orElseThrow().toHandle().children().toList();

            assertThat(workers).isNotEmpty();
            for (var worker : workers) {
                assertThat(Listeners.of(worker)).isEmpty();
            }
        }
    }

    @Test
    void theKernelListensToThisMachineAlone() throws Exception {
        try (var kernel = RealKernel.start()) {
            pid(kernel);
            interruptInALibrary(kernel);
            new DebugTalk(kernel.client()).attach();

            var addresses = Listeners.of(kernel.client().process().orElseThrow().toHandle());

            var file = kernel.client().connectionFile();
            assertThat(addresses)
                    .extracting(InetSocketAddress::getPort)
                    .containsAll(List.copyOf(file.ports().values()));
            assertThat(addresses).allMatch(address -> address.getAddress().isLoopbackAddress());
        }
    }

    private static String pid(RealKernel kernel) throws Exception {
        return kernel.run("ProcessHandle.current().pid()").text();
    }

    /** Takes the debug agent, which stops the thread from outside. */
    private static void interruptInALibrary(RealKernel kernel) throws Exception {
        var request =
                Map.<String, Object>of(
                        "code",
                        "System.out.println();\njava.math.BigInteger.valueOf(3).pow(200_000_000);",
                        "allow_stdin",
                        false);
        try (var cell = kernel.client().send(Channel.SHELL, "execute_request", request)) {
            while (true) {
                var event = cell.next(Duration.ofSeconds(30)).orElseThrow();
                if (event instanceof Event.Published output
                        && output.message().type().equals("stream")) {
                    kernel.client().interrupt();
                } else if (event instanceof Event.Replied reply) {
                    assertThat(reply.message().content()).containsEntry("ename", "Interrupted");
                    return;
                }
            }
        }
    }
}
