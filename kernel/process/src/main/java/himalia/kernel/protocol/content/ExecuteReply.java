package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a cell ended: ok, error or aborted. */
public record ExecuteReply(
        String status,
        long executionCount,
        List<Map<String, Object>> payload,
        Map<String, Object> userExpressions,
        @Nullable Failure error)
        implements Content {
    public ExecuteReply {
        payload = List.copyOf(payload);
        userExpressions = Fields.copy(userExpressions);
    }

    /** Returns the reply of a cell that ran to its end. */
    public static ExecuteReply ok(
            long executionCount,
            List<Map<String, Object>> payload,
            Map<String, Object> userExpressions) {
        return new ExecuteReply("ok", executionCount, payload, userExpressions, null);
    }

    /** Returns the reply of a cell that failed. */
    public static ExecuteReply error(long executionCount, Failure failure) {
        return new ExecuteReply("error", executionCount, List.of(), Map.of(), failure);
    }

    /**
     * Returns the reply of a cell that was not run because one before it failed. The protocol wants a count, and front
     * ends number the cell by it: 0 is no number to them.
     */
    public static ExecuteReply aborted() {
        return new ExecuteReply("aborted", 0, List.of(), Map.of(), null);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ExecuteReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        var status = fields.text("status", "");
        return new ExecuteReply(
                status,
                fields.number("execution_count", 0),
                fields.objects("payload"),
                fields.object("user_expressions"),
                status.equals("error") ? Failure.from(content) : null);
    }

    /** Returns what went wrong, if the cell failed. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(error);
    }

    @Override
    public String type() {
        return "execute_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        var map = OrderedMaps.map("status", status, "execution_count", executionCount);
        if (error != null) {
            map.putAll(new ErrorOutput(error).toMap());
        } else if (status.equals("ok")) {
            map.put("payload", payload);
            map.put("user_expressions", userExpressions);
        }
        return map;
    }
}
