package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks to run a cell. */
public record ExecuteRequest(
        String code,
        boolean silent,
        boolean storeHistory,
        Map<String, Object> userExpressions,
        boolean allowStdin,
        boolean stopOnError)
        implements Content {
    public ExecuteRequest {
        // The protocol: a silent cell leaves no trace, whatever store_history says.
        storeHistory = storeHistory && !silent;
        userExpressions = Fields.copy(userExpressions);
    }

    /** Reads the fields that were sent; a wrong type is told by name. */
    public static ExecuteRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new ExecuteRequest(
                fields.text("code"),
                fields.flag("silent", false),
                fields.flag("store_history", true),
                fields.object("user_expressions"),
                fields.flag("allow_stdin", true),
                fields.flag("stop_on_error", true));
    }

    @Override
    public String type() {
        return "execute_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "code",
                code,
                "silent",
                silent,
                "store_history",
                storeHistory,
                "user_expressions",
                userExpressions,
                "allow_stdin",
                allowStdin,
                "stop_on_error",
                stopOnError);
    }
}
