package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** The line that the user typed. */
public record InputReply(String value) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static InputReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new InputReply(fields.text("value", ""));
    }

    @Override
    public String type() {
        return "input_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("value", value);
    }
}
