package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Names the subshell that was made. */
public record CreateSubshellReply(String subshellId) implements Content {
    @Override
    public String type() {
        return "create_subshell_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", "ok", "subshell_id", subshellId);
    }
}
