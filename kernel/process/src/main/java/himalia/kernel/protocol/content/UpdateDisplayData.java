package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** New content for all displays with the id in {@code transients}. */
public record UpdateDisplayData(
        Map<String, Object> data, Map<String, Object> metadata, Map<String, Object> transients)
        implements Content {
    public UpdateDisplayData {
        data = Fields.copy(data);
        metadata = Fields.copy(metadata);
        transients = Fields.copy(transients);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static UpdateDisplayData from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new UpdateDisplayData(
                fields.object("data"), fields.object("metadata"), fields.object("transient"));
    }

    @Override
    public String type() {
        return "update_display_data";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("data", data, "metadata", metadata, "transient", transients);
    }
}
