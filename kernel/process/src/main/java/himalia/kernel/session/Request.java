package himalia.kernel.session;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** One request on its way through the session, and its one answer: whoever answers first has answered. */
public final class Request {
    private final Message message;
    private final boolean control;
    private final Publisher publisher;
    private final AtomicBoolean answered = new AtomicBoolean();

    /**
     * A request that nobody has answered yet.
     *
     * @param message as it came
     * @param control whether it came by the control channel
     * @param publisher the way back
     */
    public Request(Message message, boolean control, Publisher publisher) {
        this.message = message;
        this.control = control;
        this.publisher = publisher;
    }

    public Message message() {
        return message;
    }

    public boolean control() {
        return control;
    }

    /** Returns the way back. */
    Publisher publisher() {
        return publisher;
    }

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

    /** Returns whether the one who asked waits for an answer. */
    boolean open() {
        return message.type().endsWith("_request") && !answered.get();
    }

    /** Answers, where nobody has. */
    void reply(Content content) {
        if (answered.compareAndSet(false, true)) {
            try {
                publisher.reply(this, content);
            } catch (RuntimeException | Error e) {
                // Nothing was sent: another answer can be.
                answered.set(false);
                throw e;
            }
        }
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
