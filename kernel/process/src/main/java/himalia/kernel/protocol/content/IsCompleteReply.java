package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Says whether a cell is ready to run, and how far to indent the next line if it is not. */
public record IsCompleteReply(String status, String indent) implements Content {
    /** Returns the reply for code that can run. */
    public static IsCompleteReply complete() {
        return new IsCompleteReply("complete", "");
    }

    /** Returns the reply for code that wants another line, which begins with {@code indent}. */
    public static IsCompleteReply incomplete(String indent) {
        return new IsCompleteReply("incomplete", indent);
    }

    /** Returns the reply for code that no further line can mend. */
    public static IsCompleteReply invalid() {
        return new IsCompleteReply("invalid", "");
    }

    /** Returns the reply when nobody can tell. */
    public static IsCompleteReply unknown() {
        return new IsCompleteReply("unknown", "");
    }

    @Override
    public String type() {
        return "is_complete_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return status.equals("incomplete")
                ? OrderedMaps.map("status", status, "indent", indent)
                : OrderedMaps.map("status", status);
    }
}
