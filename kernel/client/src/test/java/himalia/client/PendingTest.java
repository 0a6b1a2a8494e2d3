package himalia.client;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.channels.Channel;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.content.CompleteRequest;
import himalia.kernel.protocol.content.InputRequest;
import himalia.kernel.protocol.content.StreamOutput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of messages whose request was let go of; nobody is at the other end of the connection. */
@Timeout(60)
class PendingTest {
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        connection = new Connection(FreshConnection.make("himalia"));
    }

    @AfterEach
    void close() {
        connection.close();
    }

    private Message printed(Message request, int number) {
        var output = new StreamOutput("stdout", "line " + number);
        return connection
                .sender()
                .message(List.of(), output.type(), request.header(), output.toMap());
    }

    private List<Message> unclaimed() throws InterruptedException {
        var all = new ArrayList<Message>();
        for (var next = connection.unclaimed(Duration.ZERO);
                next.isPresent();
                next = connection.unclaimed(Duration.ZERO)) {
            all.add(next.get());
        }
        return all;
    }

    @Test
    void whatComesWhileARequestIsLetGoOfStaysInOrder() throws Exception {
        for (int round = 0; round < 200; round++) {
            var request = connection.sender().request(new CompleteRequest("Mat", 3));
            var pending = connection.send(Channel.SHELL, request);
            var messages = IntStream.range(0, 100).mapToObj(i -> printed(request, i)).toList();
            messages.subList(0, 50).forEach(each -> connection.take(Channel.IOPUB, each));

            var kernel =
                    new Thread(
                            () ->
                                    messages.subList(50, 100)
                                            .forEach(each -> connection.take(Channel.IOPUB, each)));
            kernel.start();
            pending.close();
            kernel.join();

            assertThat(unclaimed()).isEqualTo(messages);
        }
    }

    @Test
    void aQuestionAndALateReplyThatNobodyTookAreNobodysToo() throws Exception {
        var request = connection.sender().request(new CompleteRequest("Mat", 3));
        var pending = connection.send(Channel.SHELL, request);
        var ask = new InputRequest("Name? ", false);
        var question =
                connection.sender().message(List.of(), ask.type(), request.header(), ask.toMap());
        var reply =
                connection
                        .sender()
                        .message(List.of(), "complete_reply", request.header(), Map.of());
        connection.take(Channel.STDIN, question);
        connection.take(Channel.SHELL, reply);

        pending.close();

        assertThat(unclaimed()).containsExactly(question, reply);
    }

    @Test
    void aLimitMayBeLongerThanNanosecondsCount() throws Exception {
        var request = connection.sender().request(new CompleteRequest("Mat", 3));
        var forever = Duration.ofSeconds(Long.MAX_VALUE);
        try (var pending = connection.send(Channel.SHELL, request)) {
            connection.take(Channel.IOPUB, printed(request, 1));
            var wait = new CellWait(connection, forever, event -> {}, true);
            connection.take(Channel.SHELL, answered(request));
            connection.take(Channel.IOPUB, idle(request));

            assertThat(wait.await(pending).stdout()).isEqualTo("line 1");
        }
        try (var pending = connection.send(Channel.SHELL, request)) {
            connection.take(Channel.SHELL, answered(request));
            assertThat(pending.awaitReply(forever).type()).isEqualTo("execute_reply");
        }
    }

    @Test
    void whatIsNotAskedForIsNotKept() throws Exception {
        var request = connection.sender().request(new CompleteRequest("Mat", 3));
        for (var keeps : new boolean[] {true, false}) {
            var progress = new Pending.Progress(keeps);

            progress.take(new Event.Published(printed(request, 1)));
            progress.take(new Event.Replied(answered(request)));
            progress.take(new Event.Published(idle(request)));

            assertThat(progress.isDone()).isTrue();
            assertThat(progress.answer().published()).hasSize(keeps ? 2 : 0);
        }
    }

    private Message answered(Message request) {
        return connection
                .sender()
                .message(List.of(), "execute_reply", request.header(), Map.of("status", "ok"));
    }

    private Message idle(Message request) {
        return connection
                .sender()
                .message(List.of(), "status", request.header(), Map.of("execution_state", "idle"));
    }
}
