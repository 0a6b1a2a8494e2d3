package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Tells what happened in the program that is debugged: an event of the Debug Adapter Protocol. */
public record DebugEvent(long seq, String event, Map<String, Object> body) implements Content {
    @Override
    public String type() {
        return "debug_event";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("seq", seq, "type", "event", "event", event, "body", body);
    }
}
