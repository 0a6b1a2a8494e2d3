package himalia.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.kernel.protocol.Decoded;
import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.MessageCodec;
import himalia.kernel.protocol.content.Status;
import himalia.kernel.protocol.content.StreamOutput;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A front end that does not read costs neither the heap nor the others anything, and hears what it has missed. */
@Timeout(120)
class BroadcastTest {
    private static final int MESSAGES = 120;
    private static final String PAGE = "x".repeat(4 << 20);

    private static Message cell(EchoKernel kernel) {
        return kernel.sender.request("execute_request", Map.of("code", "show()"));
    }

    /** Publishes half a gigabyte, and a status after each page, while somebody reads. */
    private static Thread show(EchoKernel kernel, Message cell) {
        var showing =
                new Thread(
                        () -> {
                            for (int i = 0; i < MESSAGES; i++) {
                                kernel.publish(cell, StreamOutput.stdout(i + " " + PAGE));
                                kernel.publish(cell, new Status("state " + i));
                            }
                        });
        showing.start();
        return showing;
    }

    private static void readAll(RawClient client) {
        for (int i = 0; i < MESSAGES; i++) {
            assertThat(client.receive(Channel.IOPUB).fields().text("text", ""))
                    .startsWith(i + " x");
            assertThat(client.receive(Channel.IOPUB).fields().text("execution_state"))
                    .isEqualTo("state " + i);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void whatOneSubscriberDoesNotReadIsBoundedInBytesAndTheOthersLoseNothing() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file);
                var deaf = subscribed(kernel, client)) {
            client.socket(Channel.IOPUB).setReceiveTimeOut(20_000);
            long before = used();
            var showing = show(kernel, cell(kernel));
            readAll(client);
            showing.join();

            assertThat(used() - before).isLessThan(Broadcast.MOST_BYTES * 2);
            assertThat(deaf.receive()).isNotEmpty();
        }
    }

    @Test
    void whoReadsAgainHasMissedOutputButNoStateAndIsToldSoAlone() throws Exception {
        try (var kernel = EchoKernel.start();
                var client = new RawClient(kernel.file);
                var late = subscribed(kernel, client)) {
            client.socket(Channel.IOPUB).setReceiveTimeOut(20_000);
            var cell = cell(kernel);
            var showing = show(kernel, cell);
            readAll(client);
            showing.join();

            var states = new ArrayList<String>();
            int pages = 0;
            while (states.size() < MESSAGES) {
                var message = message(kernel, late);
                if (message.type().equals("status")) {
                    states.add(message.fields().text("execution_state"));
                } else if (message.type().equals("stream")) {
                    pages++;
                }
            }
            assertThat(states).startsWith("state 0").endsWith("state " + (MESSAGES - 1));
            assertThat(pages).isLessThan(MESSAGES / 2);

            kernel.publish(cell, StreamOutput.stdout("afterwards"));
            var told = message(kernel, late);
            assertThat(told.parentId()).isEqualTo(cell.id());
            assertThat(told.content())
                    .isEqualTo(
                            Map.of(
                                    "name",
                                    "stderr",
                                    "text",
                                    "\n[This front end has not read for a while, and "
                                            + (MESSAGES - pages)
                                            + " messages were not kept for it; what is missing here can be seen by running the cells again.]\n"));
            assertThat(message(kernel, late).fields().text("text")).isEqualTo("afterwards");
            assertThat(client.receive(Channel.IOPUB).fields().text("text")).isEqualTo("afterwards");
        }
    }

    private static Message message(EchoKernel kernel, DeafSubscriber from) throws Exception {
        // Another client has had the same signature already: each counts for itself.
        var codec = new MessageCodec(kernel.file.signature());
        var decoded = codec.decode(from.receive());
        return ((Decoded.Good) decoded).message();
    }

    private static DeafSubscriber subscribed(EchoKernel kernel, RawClient client) throws Exception {
        client.welcomed();
        var deaf = new DeafSubscriber(kernel.file);
        assertThat(deaf.isSubscribed(client)).isTrue();
        return deaf;
    }
}
