package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks the front end for a line. */
public record InputRequest(String prompt, boolean password) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static InputRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new InputRequest(fields.text("prompt", ""), fields.flag("password", false));
    }

    @Override
    public String type() {
        return "input_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("prompt", prompt, "password", password);
    }
}
