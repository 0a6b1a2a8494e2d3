package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks which comms are open; an empty target name asks for all. */
public record CommInfoRequest(String targetName) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static CommInfoRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new CommInfoRequest(fields.text("target_name", ""));
    }

    @Override
    public String type() {
        return "comm_info_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("target_name", targetName);
    }
}
