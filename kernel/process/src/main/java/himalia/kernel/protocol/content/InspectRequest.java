package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks what stands at the cursor, which counts code points. */
public record InspectRequest(String code, long cursorPos, long detailLevel) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static InspectRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new InspectRequest(
                fields.text("code"),
                fields.number("cursor_pos", CodePoints.length(fields.text("code"))),
                fields.number("detail_level", 0));
    }

    @Override
    public String type() {
        return "inspect_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("code", code, "cursor_pos", cursorPos, "detail_level", detailLevel);
    }
}
