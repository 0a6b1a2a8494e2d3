package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks whether a cell is ready to run. */
public record IsCompleteRequest(String code) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static IsCompleteRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new IsCompleteRequest(fields.text("code"));
    }

    @Override
    public String type() {
        return "is_complete_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("code", code);
    }
}
