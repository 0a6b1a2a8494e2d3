package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.ExecuteRequest;
import himalia.kernel.protocol.content.InputReply;
import himalia.kernel.protocol.content.InterruptRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** One run of one cell: waits for its end, types what it asks for, interrupts it when its time is over. */
final class Execution {
    /** How long an interrupted cell may take to end. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Duration FOREVER = Duration.ofDays(365);

    private final Connection connection;
    private final ExecuteOptions options;
    private final OutputListener listener;
    private final Pending.Progress progress = new Pending.Progress();

    Execution(Connection connection, ExecuteOptions options, OutputListener listener) {
        this.connection = connection;
        this.options = options;
        this.listener = listener;
    }

    CellResult run(String code) throws IOException, InterruptedException {
        var request =
                new ExecuteRequest(
                        code,
                        options.silent(),
                        options.storeHistory(),
                        new LinkedHashMap<>(options.userExpressions()),
                        options.input().isPresent(),
                        options.stopOnError());
        try (var pending = connection.send(Channel.SHELL, connection.sender().request(request))) {
            return await(pending);
        }
    }

    private CellResult await(Pending pending) throws IOException, InterruptedException {
        boolean timedOut = false;
        long end =
                System.nanoTime()
                        + (options.timeout().isZero() ? FOREVER : options.timeout()).toNanos();
        while (!progress.isDone()) {
            var event = pending.next(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            if (event.isPresent()) {
                take(event.get());
            } else if (timedOut) {
                throw new KernelException(
                        "the cell was interrupted after "
                                + options.timeout().toMillis()
                                + " ms and did not end within another "
                                + GRACE.toMillis()
                                + " ms: "
                                + progress.missing()
                                + "; restart the kernel");
            } else {
                timedOut = true;
                end = System.nanoTime() + GRACE.toNanos();
                interrupt();
            }
        }
        return new CellResult(progress.answer(), timedOut);
    }

    private void interrupt() {
        connection.tell(Channel.CONTROL, connection.sender().request(new InterruptRequest()));
    }

    private void take(Event event) throws KernelException {
        progress.take(event);
        if (event instanceof Event.Published output) {
            listener.published(output.message());
        } else if (event instanceof Event.Asked asked && options.input().isPresent()) {
            type(asked.message(), options.input());
        }
    }

    private void type(Message question, Optional<InputSource> source) {
        var fields = question.fields();
        var line =
                source.map(
                                typist ->
                                        typist.line(
                                                fields.text("prompt", ""),
                                                fields.flag("password", false)))
                        .orElse("");
        var reply = new InputReply(line);
        connection.tell(
                Channel.STDIN,
                connection
                        .sender()
                        .message(List.of(), reply.type(), question.header(), reply.toMap()));
    }
}
