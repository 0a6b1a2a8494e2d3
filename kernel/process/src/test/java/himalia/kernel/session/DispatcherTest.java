package himalia.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.Sender;
import himalia.kernel.protocol.content.ExecuteReply;
import himalia.kernel.protocol.content.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DispatcherTest {
    private final List<String> said = new ArrayList<>();
    private boolean wireBroken;

    private final Publisher publisher =
            new Publisher() {
                @Override
                public void reply(Request request, Content content) {
                    said.add("reply " + content.toMap().get("status"));
                }

                @Override
                public void publish(Map<String, Object> parentHeader, Content content) {
                    if (wireBroken && content instanceof Status) {
                        throw new IllegalStateException("the wire is broken");
                    }
                    said.add(
                            content instanceof Status status
                                    ? status.executionState()
                                    : content.type() + " " + content.toMap().get("ename"));
                }

                @Override
                public void publish(
                        Map<String, Object> parentHeader,
                        Content content,
                        Map<String, Object> metadata,
                        List<byte[]> buffers) {
                    publish(parentHeader, content);
                }

                @Override
                public Message ask(Message request, Content question) {
                    throw new UnsupportedOperationException();
                }
            };

    private Request request(String type) {
        var message = Sender.fresh("test").message(List.of(), type, Map.of(), Map.of());
        return new Request(message, false, publisher);
    }

    private List<String> saidOf(String type, Handler handler) {
        said.clear();
        Dispatcher.dispatch(request(type), handler);
        return said;
    }

    @Test
    void whateverAHandlerThrowsIsAnsweredAndForACellShownToo() {
        Handler buggy =
                request -> {
                    throw new StackOverflowError();
                };
        assertThat(saidOf("execute_request", buggy))
                .containsExactly("busy", "error InternalError", "reply error", "idle");
        assertThat(saidOf("complete_request", buggy))
                .containsExactly("busy", "reply error", "idle");
        assertThat(saidOf("comm_msg", buggy)).containsExactly("busy", "idle");
    }

    @Test
    void whatAHandlerForgetsToAnswerIsAnswered() {
        assertThat(saidOf("inspect_request", request -> {}))
                .containsExactly("busy", "reply error", "idle");
    }

    @Test
    void aHandlerThatThrowsAfterItsAnswerIsNotAnsweredTwice() {
        assertThat(
                        saidOf(
                                "execute_request",
                                request -> {
                                    request.reply(ExecuteReply.ok(1, List.of(), Map.of()));
                                    request.reply(ExecuteReply.aborted());
                                    throw new NullPointerException();
                                }))
                .containsExactly("busy", "reply ok", "idle");
    }

    @Test
    void aWireThatIsBrokenDoesNotEndTheThreadOfAShell() throws Exception {
        wireBroken = true;
        var lane = new Lane("test");
        var done = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            lane.add(
                    request("inspect_request"),
                    request -> {
                        Dispatcher.dispatch(request, each -> done.countDown());
                        throw new IllegalStateException("a bug in the taker");
                    });
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
        lane.close();
    }

    @Test
    void aCellThatWasAbortedHasNoNumber() {
        assertThat(ExecuteReply.aborted().toMap())
                .isEqualTo(Map.of("status", "aborted", "execution_count", 0L));
    }
}
