package himalia.client;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.ExecuteRequest;
import himalia.kernel.protocol.content.InputReply;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** One run of one cell: passes on what it says, and types what it asks for. */
final class Execution {
    private final Connection connection;
    private final ExecuteOptions options;
    private final OutputListener listener;

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
            return new CellWait(connection, options.timeout(), this::take, true).await(pending);
        }
    }

    private void take(Event event) {
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
