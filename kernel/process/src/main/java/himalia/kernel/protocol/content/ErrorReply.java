package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Any reply whose request could not be done: {@code new ErrorReply("inspect_reply", failure)}. */
public record ErrorReply(String type, Failure failure) implements Content {
    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "status",
                "error",
                "ename",
                failure.ename(),
                "evalue",
                failure.evalue(),
                "traceback",
                failure.traceback());
    }
}
