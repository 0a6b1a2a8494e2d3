package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Shows a failure in the cell: the message type {@code error}. */
public record ErrorOutput(Failure failure) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ErrorOutput from(Map<String, Object> content) {
        return new ErrorOutput(Failure.from(content));
    }

    @Override
    public String type() {
        return "error";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "ename",
                failure.ename(),
                "evalue",
                failure.evalue(),
                "traceback",
                failure.traceback());
    }
}
