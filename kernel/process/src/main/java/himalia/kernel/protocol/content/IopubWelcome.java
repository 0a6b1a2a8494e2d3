package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Tells a front end that its subscription has arrived. */
public record IopubWelcome(String subscription) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static IopubWelcome from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new IopubWelcome(fields.text("subscription", ""));
    }

    @Override
    public String type() {
        return "iopub_welcome";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("subscription", subscription);
    }
}
