package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks for what may stand at the cursor, which counts code points. */
public record CompleteRequest(String code, long cursorPos) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static CompleteRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new CompleteRequest(
                fields.text("code"),
                fields.number("cursor_pos", CodePoints.length(fields.text("code"))));
    }

    @Override
    public String type() {
        return "complete_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("code", code, "cursor_pos", cursorPos);
    }
}
