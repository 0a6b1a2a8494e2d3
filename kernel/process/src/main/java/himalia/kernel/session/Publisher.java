package himalia.kernel.session;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.Message;
import java.util.List;
import java.util.Map;

/** Sends what the session says. */
public interface Publisher {
    /** Answers a request, on the channel it came by. */
    void reply(Request request, Content content);

    /** Tells everybody, as part of what the request with this header caused. */
    void publish(Map<String, Object> parentHeader, Content content);

    /** Tells everybody, with metadata and with bytes beside the content. */
    void publish(
            Map<String, Object> parentHeader,
            Content content,
            Map<String, Object> metadata,
            List<byte[]> buffers);

    /** Asks the client that sent {@code request} for input, and returns the question's message. */
    Message ask(Message request, Content question);
}
