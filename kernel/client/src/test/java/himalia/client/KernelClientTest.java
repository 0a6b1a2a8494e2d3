package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.ConnectionFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(240)
class KernelClientTest {
    private static KernelClient shared;

    @BeforeAll
    static void start() throws Exception {
        shared = KernelClient.start(spec("normal"));
    }

    @AfterAll
    static void end() {
        shared.close();
    }

    private static LaunchSpec spec(String mode) {
        return new LaunchSpec(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedKernel.class.getName(),
                        mode,
                        "{connection_file}"),
                Map.of(),
                Path.of("."));
    }

    @Test
    void aKernelSaysWhoItIs() throws Exception {
        assertThat(shared.kernelInfo()).containsEntry("implementation", "scripted");
        assertThat(shared.beats(Duration.ofSeconds(60))).isTrue();
        assertThat(shared.process()).isPresent();
    }

    @Test
    void aPortThatSomebodyTookInBetweenIsReplaced() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var tried = new ArrayList<ConnectionFile>();
            KernelClient.Ports ports =
                    () -> {
                        var fresh = FreshConnection.make("himalia");
                        tried.add(tried.isEmpty() ? with(fresh, taken.getLocalPort()) : fresh);
                        return tried.get(tried.size() - 1);
                    };

            try (var kernel = KernelClient.start(spec("normal"), Duration.ofSeconds(60), ports)) {
                assertThat(kernel.execute("value 42").text()).isEqualTo("42");
            }
            assertThat(tried).hasSize(2);
        }
    }

    private static ConnectionFile with(ConnectionFile file, int stdin) {
        var ports = new EnumMap<>(file.ports());
        ports.put(Channel.STDIN, stdin);
        return new ConnectionFile(
                file.ip(), ports, file.key(), file.signatureScheme(), file.kernelName(), null);
    }

    @Test
    void aCellGivesItsValue() throws Exception {
        var result = shared.execute("value 42");

        assertThat(result.ok()).isTrue();
        assertThat(result.text()).isEqualTo("42");
        assertThat(result.published())
                .extracting(message -> message.type())
                .containsExactly("status", "execute_result", "status");
    }

    @Test
    void allOutputIsThereInOrderWhenACellHasEnded() throws Exception {
        var heard = new ArrayList<String>();

        var result =
                shared.execute(
                        "print 20000",
                        ExecuteOptions.DEFAULT,
                        message -> heard.add(message.type()));

        var lines = result.stdout().lines().toList();
        assertThat(lines).hasSize(20_000);
        assertThat(lines.get(19_999)).isEqualTo("line 19999");
        assertThat(heard)
                .hasSize(20_002)
                .startsWith("status", "stream")
                .endsWith("stream", "status");
    }

    @Test
    void aCellThatFailsSaysWhy() throws Exception {
        var result = shared.execute("fail");

        assertThat(result.ok()).isFalse();
        assertThat(result.failure().orElseThrow().ename()).isEqualTo("Oops");
        assertThat(result.published("error")).hasSize(1);
    }

    @Test
    void whatACellAsksForIsTyped() throws Exception {
        var answered =
                shared.execute(
                        "ask",
                        ExecuteOptions.DEFAULT.withInput((prompt, password) -> prompt + " Ada"),
                        OutputListener.NONE);
        assertThat(answered.stdout()).isEqualTo("hello name? Ada");

        assertThat(shared.execute("ask").failure().orElseThrow().ename()).isEqualTo("NoInput");
    }

    @Test
    void aCellThatTakesTooLongIsInterrupted() throws Exception {
        var result =
                shared.execute(
                        "wait",
                        ExecuteOptions.DEFAULT.withTimeout(Duration.ofMillis(100)),
                        OutputListener.NONE);

        assertThat(result.timedOut()).isTrue();
        assertThat(shared.execute("value 1").timedOut()).isFalse();
    }

    @Test
    void aCellCanBeInterruptedFromAnotherThread() throws Exception {
        var running =
                CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return shared.execute("wait");
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(shared.interrupt().text("status")).isEqualTo("ok");

        assertThat(running.get(10, TimeUnit.SECONDS).ok()).isTrue();
    }

    @Test
    void requestsAreSentOneAfterAnotherAndAwaitedLater() throws Exception {
        try (var first = shared.send(Channel.SHELL, "execute_request", Map.of("code", "value 1"));
                var second =
                        shared.send(Channel.SHELL, "execute_request", Map.of("code", "value 2"))) {
            assertThat(
                            second.await(Duration.ofSeconds(60))
                                    .published("execute_result")
                                    .get(0)
                                    .fields()
                                    .object("data"))
                    .containsEntry("text/plain", "2");
            assertThat(first.await(Duration.ofSeconds(60)).fields().text("status")).isEqualTo("ok");
        }
        assertThat(shared.complete("on", 2).texts("matches")).containsExactly("one", "two");
    }

    @Test
    void whatComesAfterTheCellIsNotLost() throws Exception {
        var said = shared.execute("late").stdout();
        // It comes in time, or after the cell; never not at all.
        while (said.isEmpty()) {
            var late = shared.unclaimed(Duration.ofSeconds(60)).orElseThrow();
            said = late.type().equals("stream") ? late.fields().text("text") : "";
        }
        assertThat(said).isEqualTo("late");
    }

    @Test
    void twoClientsEachGetTheirOwnAnswers() throws Exception {
        try (var other = KernelClient.connect(shared.connectionFile())) {
            assertThat(other.execute("value other").text()).isEqualTo("other");
            assertThat(shared.execute("value shared").text()).isEqualTo("shared");
            assertThat(other.session()).isNotEqualTo(shared.session());
            assertThatThrownBy(other::restart)
                    .hasMessage(
                            "this client did not start the kernel, so it cannot start it again; whoever did must");
        }
        assertThat(shared.execute("value still").text()).isEqualTo("still");
    }

    @Test
    void aRequestThatIsNotAnsweredSaysWhatIsMissing() throws Exception {
        try (var pending = shared.send(Channel.SHELL, "execute_request", Map.of("code", "wait"))) {
            assertThatThrownBy(() -> pending.await(Duration.ofMillis(100)))
                    .isInstanceOf(KernelException.class)
                    .hasMessage("execute_request was not answered within 100 ms: no reply came");
            shared.interrupt();
            pending.await(Duration.ofSeconds(60));
        }
    }

    @Test
    void aKernelThatDiesIsNoticedWithItsLastWords() throws Exception {
        try (var client = KernelClient.start(spec("normal"))) {
            assertThatThrownBy(() -> client.execute("die"))
                    .isInstanceOf(KernelException.class)
                    .hasMessage(
                            "the kernel ended with exit status 134; it printed last:\nscripted kernel: normal\nfatal: as asked");
            assertThatThrownBy(() -> client.execute("value 1")).isInstanceOf(KernelException.class);

            client.restart();
            assertThat(client.execute("value 1").text()).isEqualTo("1");
        }
    }

    @Test
    void aKernelThatDoesNotStartIsNoticedWithItsLastWords() {
        assertThatThrownBy(() -> KernelClient.start(spec("broken")))
                .isInstanceOf(KernelException.class)
                .hasMessage(
                        "the kernel ended with exit status 3; it printed last:\nscripted kernel: broken");
    }

    @Test
    void aKernelThatNeverAnswersIsGivenUp() {
        assertThatThrownBy(() -> KernelClient.start(spec("mute"), Duration.ofSeconds(2)))
                .isInstanceOf(KernelException.class)
                .hasMessage(
                        "the kernel did not answer kernel_info_request within 2000 ms; the kernel runs; it printed last:\nscripted kernel: mute");
    }

    @Test
    void aCommandThatDoesNotExistIsNamed() {
        assertThatThrownBy(
                        () ->
                                KernelClient.start(
                                        new LaunchSpec(
                                                List.of("no-such-kernel", "{connection_file}"),
                                                Map.of(),
                                                Path.of("."))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-kernel");
        assertThatThrownBy(() -> new LaunchSpec(List.of("java"), Map.of(), Path.of(".")))
                .hasMessage("argv must hold {connection_file} somewhere, got [java]");
    }

    @Test
    void closingEndsTheKernelAndItsChildrenAndRemovesTheFile() throws Exception {
        var client = KernelClient.start(spec("normal"));
        var process = client.process().orElseThrow();
        long child = Long.parseLong(client.execute("child").text());
        var file = Path.of(client.execute("file").text());
        assertThat(file).exists();

        client.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(process.exitValue()).isZero();
        assertThat(runs(child)).isFalse();
        assertThat(file).doesNotExist();
    }

    /** A dead process that its new parent has not buried yet still counts as alive, but runs no command. */
    private static boolean runs(long pid) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < end) {
            if (ProcessHandle.of(pid).flatMap(handle -> handle.info().command()).isEmpty()) {
                return false;
            }
            Thread.onSpinWait();
        }
        return true;
    }

    @Test
    void aKernelThatWillNotEndIsEnded() throws Exception {
        var client = KernelClient.start(spec("normal"));
        var process = client.process().orElseThrow();
        client.execute("stubborn");

        client.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aKernelStartsAgainOnTheSamePortsTenTimes() throws Exception {
        try (var client = KernelClient.start(spec("normal"))) {
            long pid = client.process().orElseThrow().pid();
            for (int i = 0; i < 10; i++) {
                client.restart();

                assertThat(client.execute("value " + i).text()).isEqualTo(Integer.toString(i));
                assertThat(client.process().orElseThrow().pid()).isNotEqualTo(pid);
            }
        }
    }
}
