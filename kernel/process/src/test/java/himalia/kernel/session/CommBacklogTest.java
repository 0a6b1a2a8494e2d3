package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CommBacklogTest {
    private final List<Content> published = new ArrayList<>();
    private final List<Request> handled = new ArrayList<>();
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

    private Request message(int bytes) {
        var message =
                new Message(
                        List.of(),
                        Map.of("msg_type", "comm_msg", "msg_id", "7"),
                        Map.of(),
                        Map.of(),
                        Map.of("comm_id", "slider", "data", Map.of("text", "x".repeat(bytes / 2))),
                        List.of(new byte[bytes / 2]));
        return new Request(message, false, new RecordingPublisher());
    }

    /** Keeps what is published. */
    private final class RecordingPublisher implements Publisher {
        @Override
        public void reply(Request request, Content content) {}

        @Override
        public void publish(Map<String, Object> parentHeader, Content content) {
            published.add(content);
        }

        @Override
        public void publish(
                Map<String, Object> parentHeader,
                Content content,
                Map<String, Object> metadata,
                List<byte[]> buffers) {
            published.add(content);
        }

        @Override
        public Message ask(Message request, Content question) {
            throw new AssertionError("nobody is asked");
        }
    }

    private void admit(CommBacklog backlog, Request request) {
        backlog.admit(
                request,
                handled::add,
                (asked, taker) -> waiting.add(() -> ((Consumer<Request>) taker).accept(asked)));
    }

    @Test
    void whatDoesNotFitIsRefusedInWordsAndLaterThereIsRoomAgain() {
        var backlog = new CommBacklog(10 << 20);
        for (int i = 0; i < 3; i++) {
            admit(backlog, message(4 << 20));
        }
        assertThat(waiting).hasSize(2);
        assertThat(published)
                .extracting(Content::type)
                .containsExactly("status", "stream", "status");
        assertThat(published.get(1).toMap())
                .containsEntry("name", "stderr")
                .containsEntry(
                        "text",
                        "A message of a comm (4096 KB) was dropped: 10 MB of them wait already, because the callbacks are slower than the front end sends.\n");

        waiting.remove().run();
        admit(backlog, message(4 << 20));

        assertThat(waiting).hasSize(2);
        assertThat(handled).hasSize(1);
    }

    @Test
    void oneThatIsLargerThanAllIsTakenAlone() {
        var backlog = new CommBacklog(1 << 20);
        admit(backlog, message(4 << 20));
        admit(backlog, message(10));

        assertThat(waiting).hasSize(1);
        waiting.remove().run();
        admit(backlog, message(10));
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aRunKeepsNothingOfWhatItsRequestBrought() {
        var cells = new CellRequests();
        long id = cells.beginAside(new CellRequests.Run(message(1_000), false, false));

        var kept = cells.find(id).orElseThrow().request().message();

        assertThat(kept.id()).isEqualTo("7");
        assertThat(kept.content()).isEmpty();
        assertThat(kept.buffers()).isEmpty();
    }
}
