package himalia.client;

import himalia.kernel.protocol.Message;
import himalia.kernel.protocol.json.Fields;
import java.util.List;

/** All that a request gave: the reply, and what was published for it, in order. */
public record Answer(Message reply, List<Message> published) {
    public Answer {
        published = List.copyOf(published);
    }

    /** Returns the fields of the reply. */
    public Fields fields() {
        return reply.fields();
    }

    /** Returns what was published of one type. */
    public List<Message> published(String type) {
        return published.stream().filter(message -> message.type().equals(type)).toList();
    }
}
