package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Empties the output of the cell, at once or when the next output comes. */
public record ClearOutput(boolean await) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ClearOutput from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new ClearOutput(fields.flag("wait", false));
    }

    @Override
    public String type() {
        return "clear_output";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("wait", await);
    }
}
