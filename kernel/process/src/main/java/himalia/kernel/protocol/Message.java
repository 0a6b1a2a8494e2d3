package himalia.kernel.protocol;

import himalia.kernel.protocol.json.Fields;
import java.util.List;
import java.util.Map;

/**
 * One message of the protocol, apart from its signature.
 *
 * <p>On the outgoing side the identities say which client it is for; on iopub they are the one topic. The header of the request that a message
 * answers is kept field for field, those that we do not know included.
 */
public record Message(
        List<byte[]> identities,
        Map<String, Object> header,
        Map<String, Object> parentHeader,
        Map<String, Object> metadata,
        Map<String, Object> content,
        List<byte[]> buffers) {
    public Message {
        identities = List.copyOf(identities);
        header = Fields.copy(header);
        parentHeader = Fields.copy(parentHeader);
        metadata = Fields.copy(metadata);
        content = Fields.copy(content);
        buffers = List.copyOf(buffers);
    }

    /** Returns the type that the header names, for example {@code execute_request}. */
    public String type() {
        return text(header, "msg_type");
    }

    /** Returns the id that the header names; empty if it names none. */
    public String id() {
        return text(header, "msg_id");
    }

    /** Returns the session that sent it; empty if it names none. */
    public String session() {
        return text(header, "session");
    }

    /** Returns the subshell that it is for; empty if it is for the main one. */
    public String subshell() {
        return text(header, "subshell_id");
    }

    /** Returns the id of the message that this one answers; empty if there is none. */
    public String parentId() {
        return text(parentHeader, "msg_id");
    }

    /** Returns the content, to be read by type. */
    public Fields fields() {
        return new Fields(content);
    }

    /** Returns the same message for other identities, or with another topic. */
    public Message to(List<byte[]> others) {
        return new Message(others, header, parentHeader, metadata, content, buffers);
    }

    /** Returns the same message with other metadata. */
    public Message withMetadata(Map<String, Object> other) {
        return new Message(identities, header, parentHeader, other, content, buffers);
    }

    /** Returns the same message with binary buffers after its content. */
    public Message withBuffers(List<byte[]> others) {
        return new Message(identities, header, parentHeader, metadata, content, others);
    }

    private static String text(Map<String, Object> header, String name) {
        return header.get(name) instanceof String text ? text : "";
    }
}
