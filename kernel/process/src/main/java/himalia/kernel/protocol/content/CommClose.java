package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Closes a comm. */
public record CommClose(String commId, Map<String, Object> data) implements Content {
    public CommClose {
        data = Fields.copy(data);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static CommClose from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new CommClose(fields.text("comm_id"), fields.object("data"));
    }

    @Override
    public String type() {
        return "comm_close";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("comm_id", commId, "data", data);
    }
}
