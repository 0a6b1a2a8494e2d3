package himalia.kernel.session;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import java.util.List;
import java.util.Map;

/**
 * One request on its way through the session.
 *
 * @param message as it came
 * @param control whether it came by the control channel
 * @param publisher the way back
 */
public record Request(Message message, boolean control, Publisher publisher) {
    /** Returns the content. */
    public Map<String, Object> content() {
        return message.content();
    }

    /** Returns what later words about it need: not what was said in it, which may be large. */
    Request origin() {
        return new Request(
                new Message(
                        message.identities(),
                        message.header(),
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        List.of()),
                control,
                publisher);
    }

    /** Answers. */
    void reply(Content content) {
        publisher.reply(this, content);
    }

    /** Tells everybody, with metadata and with bytes beside the content. */
    void publish(Content content, Map<String, Object> metadata, List<byte[]> buffers) {
        publisher.publish(message.header(), content, metadata, buffers);
    }

    /** Tells everybody. */
    void publish(Content content) {
        publisher.publish(message.header(), content);
    }
}
