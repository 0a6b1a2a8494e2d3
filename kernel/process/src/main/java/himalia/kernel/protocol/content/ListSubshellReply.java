package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.List;
import java.util.Map;

/** Names the subshells there are, the main one not among them. */
public record ListSubshellReply(List<String> subshellIds) implements Content {
    public ListSubshellReply {
        subshellIds = List.copyOf(subshellIds);
    }

    @Override
    public String type() {
        return "list_subshell_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", "ok", "subshell_id", subshellIds);
    }
}
