package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks to end a subshell. */
public record DeleteSubshellRequest(String subshellId) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static DeleteSubshellRequest from(Map<String, Object> content) {
        return new DeleteSubshellRequest(new Fields(content).text("subshell_id"));
    }

    @Override
    public String type() {
        return "delete_subshell_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("subshell_id", subshellId);
    }
}
