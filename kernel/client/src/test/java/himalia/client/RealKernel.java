package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The kernel as it is in the source tree, on the class path of the tests. */
final class RealKernel implements AutoCloseable {
    /** How long anything may take that takes no time on a machine that does nothing else. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** Declares what makes a file when something has begun, and may be told so by a cell before it goes on. */
    static final String TELL_WHEN =
            "void tellWhen(java.util.function.BooleanSupplier begun, String file) { new Thread(() -> {"
                    + " while (!begun.getAsBoolean()) Thread.onSpinWait();"
                    + " try { java.nio.file.Files.createFile(java.nio.file.Path.of(file)); } catch (IOException e) { }"
                    + " }).start(); }";

    private final KernelClient client;

    private RealKernel(KernelClient client) {
        this.client = client;
    }

    static RealKernel start() throws IOException, InterruptedException {
        return start(Map.of());
    }

    /** Starts one that keeps its history in this file; {@code off} keeps none. */
    static RealKernel start(String history) throws IOException, InterruptedException {
        return start(Map.of("HIMALIA_HISTORY", history));
    }

    /** Starts one with these variables beside its own. */
    static RealKernel start(Map<String, String> variables)
            throws IOException, InterruptedException {
        return new RealKernel(KernelClient.start(spec(variables)));
    }

    static LaunchSpec spec(Map<String, String> variables) {
        var environment = new HashMap<>(variables);
        environment.putIfAbsent("HIMALIA_HISTORY", "off");
        environment.put("HIMALIA_JVM_OPTIONS", "-Xmx256m");
        return new LaunchSpec(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "himalia.kernel.Main",
                        "{connection_file}"),
                environment,
                Path.of("."));
    }

    KernelClient client() {
        return client;
    }

    /** Runs a cell that must not fail, and returns what came back. */
    CellResult run(String code) throws IOException, InterruptedException {
        var result = client.execute(code);
        if (!result.ok()) {
            throw new AssertionError(result.failure().toString());
        }
        return result;
    }

    /** Runs a cell on another thread; what it fails of comes with its result. */
    CompletableFuture<CellResult> begin(String code) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return client.execute(code);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    /** Sends a message that has no reply, and returns what was published for it until the kernel was idle again. */
    List<Message> tell(String type, Map<String, Object> content, byte[]... buffers)
            throws IOException, InterruptedException {
        var message = client.newMessage(type, content).withBuffers(List.of(buffers));
        try (var pending = client.send(Channel.SHELL, message)) {
            return untilIdle(pending);
        }
    }

    /** Waits until the cell of a request has printed: it runs. */
    static void awaitPrinted(Pending pending) throws IOException, InterruptedException {
        while (true) {
            var event = pending.next(LIMIT).orElseThrow();
            if (event instanceof Event.Published output
                    && output.message().type().equals("stream")) {
                return;
            }
        }
    }

    static void awaitFile(Path file) throws InterruptedException {
        while (Files.notExists(file)) {
            Thread.sleep(5);
        }
    }

    /** Makes a thread beside the cells, called a subshell, and returns its id. */
    String subshell() throws IOException, InterruptedException {
        try (var asked = client.send(Channel.CONTROL, "create_subshell_request", Map.of())) {
            return asked.awaitReply(LIMIT).fields().text("subshell_id");
        }
    }

    /** Sends a request of the shell channel, for a subshell. */
    Pending send(String subshell, String type, Map<String, Object> content) {
        var message = client.newMessage(type, content);
        var header = new LinkedHashMap<>(message.header());
        header.put("subshell_id", subshell);
        return client.send(
                Channel.SHELL,
                new Message(
                        message.identities(),
                        header,
                        message.parentHeader(),
                        message.metadata(),
                        message.content(),
                        message.buffers()));
    }

    /** Waits until processes have ended. Not by onExit: for one that is not our child it looks rarely. */
    static void awaitGone(List<ProcessHandle> processes) throws InterruptedException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(processes + " still run");
            }
            Thread.sleep(20);
        }
    }

    /** Returns what is published for a request until the kernel is idle again. */
    static List<Message> untilIdle(Pending pending) throws IOException, InterruptedException {
        var published = new ArrayList<Message>();
        while (true) {
            var event = pending.next(LIMIT);
            if (event.isEmpty()) {
                throw new AssertionError(
                        "the kernel did not become idle; it published " + published);
            }
            if (event.get() instanceof Event.Gone gone) {
                throw new AssertionError(gone.reason());
            }
            if (event.get() instanceof Event.Published output) {
                published.add(output.message());
                if ("idle".equals(output.message().content().get("execution_state"))) {
                    return published;
                }
            }
        }
    }

    /** Returns those of one type. */
    static List<Message> of(String type, List<Message> messages) {
        return messages.stream().filter(message -> message.type().equals(type)).toList();
    }

    @Override
    public void close() {
        client.close();
    }
}
