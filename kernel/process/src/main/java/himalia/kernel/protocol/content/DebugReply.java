package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/**
 * Answers a request of the debugger: a response of the Debug Adapter Protocol.
 *
 * @param seq the number of this answer
 * @param requestSeq the number of the request
 * @param success whether it was done
 * @param command what was asked
 * @param message why it was not done; empty where it was
 * @param body its fields
 */
public record DebugReply(
        long seq,
        long requestSeq,
        boolean success,
        String command,
        String message,
        Map<String, Object> body)
        implements Content {
    @Override
    public String type() {
        return "debug_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "seq", seq,
                "type", "response",
                "request_seq", requestSeq,
                "success", success,
                "command", command,
                "message", message,
                "body", body);
    }
}
