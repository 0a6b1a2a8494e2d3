package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.List;
import java.util.Map;

/** What may stand between two positions, which count code points. */
public record CompleteReply(
        List<String> matches, long cursorStart, long cursorEnd, Map<String, Object> metadata)
        implements Content {
    public CompleteReply {
        matches = List.copyOf(matches);
        metadata = Fields.copy(metadata);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static CompleteReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new CompleteReply(
                fields.texts("matches"),
                fields.number("cursor_start", 0),
                fields.number("cursor_end", 0),
                fields.object("metadata"));
    }

    @Override
    public String type() {
        return "complete_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "status",
                "ok",
                "matches",
                matches,
                "cursor_start",
                cursorStart,
                "cursor_end",
                cursorEnd,
                "metadata",
                metadata);
    }
}
