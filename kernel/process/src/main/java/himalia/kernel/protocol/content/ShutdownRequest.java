package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks the kernel to end. */
public record ShutdownRequest(boolean restart) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ShutdownRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new ShutdownRequest(fields.flag("restart", false));
    }

    @Override
    public String type() {
        return "shutdown_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("restart", restart);
    }
}
