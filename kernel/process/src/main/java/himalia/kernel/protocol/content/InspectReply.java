package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** What stands at the cursor, if anything was found. */
public record InspectReply(boolean found, Map<String, Object> data, Map<String, Object> metadata)
        implements Content {
    public InspectReply {
        data = Fields.copy(data);
        metadata = Fields.copy(metadata);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static InspectReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new InspectReply(
                fields.flag("found", false), fields.object("data"), fields.object("metadata"));
    }

    @Override
    public String type() {
        return "inspect_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", "ok", "found", found, "data", data, "metadata", metadata);
    }
}
