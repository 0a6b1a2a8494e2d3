package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Tells every front end which code runs, and under which number. */
public record ExecuteInput(String code, long executionCount) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ExecuteInput from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new ExecuteInput(fields.text("code", ""), fields.number("execution_count", 0));
    }

    @Override
    public String type() {
        return "execute_input";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("code", code, "execution_count", executionCount);
    }
}
