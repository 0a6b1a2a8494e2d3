package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** The value of a cell. */
public record ExecuteResult(
        long executionCount,
        Map<String, Object> data,
        Map<String, Object> metadata,
        Map<String, Object> transients)
        implements Content {
    public ExecuteResult {
        data = Fields.copy(data);
        metadata = Fields.copy(metadata);
        transients = Fields.copy(transients);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ExecuteResult from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new ExecuteResult(
                fields.number("execution_count", 0),
                fields.object("data"),
                fields.object("metadata"),
                fields.object("transient"));
    }

    @Override
    public String type() {
        return "execute_result";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "execution_count",
                executionCount,
                "data",
                data,
                "metadata",
                metadata,
                "transient",
                transients);
    }
}
