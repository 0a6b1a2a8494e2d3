package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.channels.ConnectionFile;
import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.CommInfoRequest;
import himalia.kernel.protocol.content.CompleteRequest;
import himalia.kernel.protocol.content.HistoryRequest;
import himalia.kernel.protocol.content.InspectRequest;
import himalia.kernel.protocol.content.InterruptRequest;
import himalia.kernel.protocol.content.IsCompleteRequest;
import himalia.kernel.protocol.content.ShutdownRequest;
import himalia.kernel.protocol.json.Fields;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a kernel over the Jupyter protocol; may be used by several threads.
 *
 * <pre>{@code
 * try (var kernel = KernelClient.start(spec)) {
 *     CellResult result = kernel.execute("1 + 1");
 *     result.text();            // 2
 * }
 * }</pre>
 *
 * <p>Every method that waits fails at once, with the kernel's last words, when the kernel's process ends.
 */
public final class KernelClient implements AutoCloseable {
    private static final int START_ATTEMPTS = 5;
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(5);

    private final ConnectionFile file;
    private final @Nullable LaunchSpec spec;
    private volatile @Nullable KernelProcess process;
    private volatile Connection connection;
    private volatile Map<String, Object> info = Map.of();

    private KernelClient(
            ConnectionFile file,
            @Nullable LaunchSpec spec,
            @Nullable KernelProcess process,
            Connection connection) {
        this.file = file;
        this.spec = spec;
        this.process = process;
        this.connection = connection;
    }

    /** Starts a kernel and waits, for a minute at most, until it answers and its output arrives here. */
    public static KernelClient start(LaunchSpec spec) throws IOException, InterruptedException {
        return start(spec, START_LIMIT);
    }

    /**
     * Starts a kernel and waits until it answers and its output arrives here.
     *
     * @throws KernelException if it ends or does not answer in time; the message holds what it printed
     */
    public static KernelClient start(LaunchSpec spec, Duration limit)
            throws IOException, InterruptedException {
        return start(spec, limit, () -> FreshConnection.make("himalia"));
    }

    /** Starts a kernel, again with other ports where somebody else was quicker to take one. */
    static KernelClient start(LaunchSpec spec, Duration limit, Ports ports)
            throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            var file = ports.next();
            var process = KernelProcess.start(spec, file);
            try {
                var client = new KernelClient(file, spec, process, new Connection(file));
                client.greet(limit);
                return client;
            } catch (IOException | InterruptedException e) {
                process.end(false, process.children());
                if (attempt == START_ATTEMPTS || !process.lackedPort()) {
                    throw e;
                }
            }
        }
    }

    /** Gives ports that were free a moment ago. */
    @FunctionalInterface
    interface Ports {
        ConnectionFile next() throws IOException;
    }

    /** Joins a kernel that somebody else started. */
    public static KernelClient connect(ConnectionFile file)
            throws IOException, InterruptedException {
        var client = new KernelClient(file, null, null, new Connection(file));
        client.greet(CONNECT_LIMIT);
        return client;
    }

    private void greet(Duration limit) throws IOException, InterruptedException {
        var ours = connection;
        var started = process;
        if (started != null) {
            started.onEnd(() -> ours.gone(started.told()));
        }
        boolean greeted = false;
        try {
            info =
                    new Greeting(ours, limit, () -> started == null ? "" : "; " + started.told())
                            .exchange();
            greeted = true;
        } finally {
            if (!greeted) {
                ours.close();
            }
        }
    }

    /** Returns what the kernel said about itself when it was greeted. */
    public Map<String, Object> kernelInfo() {
        return info;
    }

    /** Returns where the kernel listens. */
    public ConnectionFile connectionFile() {
        return file;
    }

    /** Returns the name under which this client sends. */
    public String session() {
        return connection.sender().session();
    }

    /** Runs a cell as a notebook does. */
    public CellResult execute(String code) throws IOException, InterruptedException {
        return execute(code, ExecuteOptions.DEFAULT, OutputListener.NONE);
    }

    /**
     * Runs a cell, and returns once both its reply and the idle status have come.
     *
     * @throws KernelException if the kernel ends, or if the cell goes on after it was interrupted at its limit
     */
    public CellResult execute(String code, ExecuteOptions options, OutputListener listener)
            throws IOException, InterruptedException {
        return new Execution(connection, options, listener).run(code);
    }

    /**
     * Waits in the same way for a cell that was sent; what it says later stays with the request, which is not closed. What
     * is published goes to the listener, and the result does not hold it: of a cell that prints for hours it would be much.
     */
    public CellResult await(Pending cell, Duration limit, CellListener listener)
            throws IOException, InterruptedException {
        return new CellWait(connection, limit, listener, false).await(cell);
    }

    /** Sends a request and does not wait. */
    public Pending send(Channel channel, Content content) {
        return send(channel, content.type(), content.toMap());
    }

    /** Sends a request of any type and does not wait. */
    public Pending send(Channel channel, String type, Map<String, Object> content) {
        return send(channel, newMessage(type, content));
    }

    /** Sends a message made by {@link #newMessage}, perhaps with other metadata or buffers, and does not wait. */
    public Pending send(Channel channel, Message message) {
        return connection.send(channel, message);
    }

    /** Returns a message that this client may send. */
    public Message newMessage(String type, Map<String, Object> content) {
        return connection.sender().request(type, content);
    }

    /** Asks what may stand at the cursor, which counts code points. */
    public Fields complete(String code, long cursor) throws IOException, InterruptedException {
        return ask(Channel.SHELL, new CompleteRequest(code, cursor));
    }

    /** Asks what stands at the cursor, which counts code points. */
    public Fields inspect(String code, long cursor, long detail)
            throws IOException, InterruptedException {
        return ask(Channel.SHELL, new InspectRequest(code, cursor, detail));
    }

    /** Asks whether a cell is ready to run. */
    public Fields isComplete(String code) throws IOException, InterruptedException {
        return ask(Channel.SHELL, new IsCompleteRequest(code));
    }

    /** Asks for cells of the past. */
    public Fields history(HistoryRequest request) throws IOException, InterruptedException {
        return ask(Channel.SHELL, request);
    }

    /** Asks which comms are open; an empty name asks for all. */
    public Fields commInfo(String targetName) throws IOException, InterruptedException {
        return ask(Channel.SHELL, new CommInfoRequest(targetName));
    }

    /** Asks to end what runs; returns when the kernel has taken it up, which may be before the cell ends. */
    public Fields interrupt() throws IOException, InterruptedException {
        return ask(Channel.CONTROL, new InterruptRequest());
    }

    /** Sends a request and returns the fields of its reply. */
    public Fields ask(Channel channel, Content content) throws IOException, InterruptedException {
        try (var pending = send(channel, content)) {
            return pending.awaitReply(LIMIT).fields();
        }
    }

    /** Returns the next message that belongs to no request of ours: late output, other clients' cells; empty if none comes in time. */
    public Optional<Message> unclaimed(Duration limit) throws InterruptedException {
        return connection.unclaimed(limit);
    }

    /** Tells whether the kernel's heartbeat answers in time. */
    public boolean beats(Duration limit) throws InterruptedException {
        return connection.beats(limit);
    }

    /** Asks the kernel to end, and waits until its process has; returns its reply, if it still gave one. */
    public Optional<Message> shutdown(boolean restart) throws IOException, InterruptedException {
        var children = process == null ? List.<ProcessHandle>of() : process.children();
        try (var pending = send(Channel.CONTROL, new ShutdownRequest(restart))) {
            return Optional.of(pending.awaitReply(SHUTDOWN_LIMIT));
        } catch (KernelException e) {
            return Optional.empty();
        } finally {
            if (process != null) {
                process.end(true, children);
            }
        }
    }

    /** Ends the kernel and starts it again on the same ports; only for a kernel that we started. */
    public void restart() throws IOException, InterruptedException {
        if (spec == null) {
            throw new IllegalStateException(
                    "this client did not start the kernel, so it cannot start it again; whoever did must");
        }
        shutdown(true);
        connection.close();
        process = KernelProcess.start(spec, file);
        connection = new Connection(file);
        greet(START_LIMIT);
    }

    /** Returns the kernel's process, if this client started it. */
    public Optional<Process> process() {
        return Optional.ofNullable(process).map(KernelProcess::process);
    }

    /** Returns the end of what the kernel's process printed, if this client started it. */
    public String output() {
        var started = process;
        return started == null ? "" : started.output();
    }

    /** Leaves the kernel; one that we started is asked to end, and ended with all its children if it does not. */
    @Override
    public void close() {
        var started = process;
        try {
            if (started != null && started.process().isAlive()) {
                shutdown(false);
            }
        } catch (IOException e) {
            // It is ended below, polite or not.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (started != null) {
                started.end(false, started.children());
            }
            connection.close();
        }
    }
}
