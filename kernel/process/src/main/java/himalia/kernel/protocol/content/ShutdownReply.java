package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** The last word of a kernel that ends. */
public record ShutdownReply(String status, boolean restart) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ShutdownReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new ShutdownReply(fields.text("status", "ok"), fields.flag("restart", false));
    }

    @Override
    public String type() {
        return "shutdown_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", status, "restart", restart);
    }
}
