package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Opens a comm. */
public record CommOpen(String commId, String targetName, Map<String, Object> data)
        implements Content {
    public CommOpen {
        data = Fields.copy(data);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static CommOpen from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new CommOpen(
                fields.text("comm_id"), fields.text("target_name", ""), fields.object("data"));
    }

    @Override
    public String type() {
        return "comm_open";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("comm_id", commId, "target_name", targetName, "data", data);
    }
}
