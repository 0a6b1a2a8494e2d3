package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Says that the subshell is gone. */
public record DeleteSubshellReply() implements Content {
    @Override
    public String type() {
        return "delete_subshell_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", "ok");
    }
}
