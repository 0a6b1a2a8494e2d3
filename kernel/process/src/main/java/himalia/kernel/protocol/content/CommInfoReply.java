package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** The open comms: id to an object with {@code target_name}. */
public record CommInfoReply(Map<String, Object> comms) implements Content {
    public CommInfoReply {
        comms = Fields.copy(comms);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static CommInfoReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new CommInfoReply(fields.object("comms"));
    }

    @Override
    public String type() {
        return "comm_info_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", "ok", "comms", comms);
    }
}
