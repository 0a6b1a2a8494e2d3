package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Something to see; {@code transients} may hold its {@code display_id}. */
public record DisplayData(
        Map<String, Object> data, Map<String, Object> metadata, Map<String, Object> transients)
        implements Content {
    public DisplayData {
        data = Fields.copy(data);
        metadata = Fields.copy(metadata);
        transients = Fields.copy(transients);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static DisplayData from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new DisplayData(
                fields.object("data"), fields.object("metadata"), fields.object("transient"));
    }

    @Override
    public String type() {
        return "display_data";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("data", data, "metadata", metadata, "transient", transients);
    }
}
