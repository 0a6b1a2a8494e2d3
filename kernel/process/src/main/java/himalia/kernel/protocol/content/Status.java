package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Says what the kernel does: starting, busy or idle. */
public record Status(String executionState) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static Status from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new Status(fields.text("execution_state", ""));
    }

    @Override
    public String type() {
        return "status";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("execution_state", executionState);
    }

    /** Returns the status of a kernel that begins. */
    public static Status starting() {
        return new Status("starting");
    }

    /** Returns the status of a kernel that works on a request. */
    public static Status busy() {
        return new Status("busy");
    }

    /** Returns the status of a kernel that has done all of a request. */
    public static Status idle() {
        return new Status("idle");
    }
}
