package himalia.kernel.debugger;

import java.util.Map;

/**
 * The answer to a request of the debugger.
 *
 * @param body its fields
 * @param afterwards what is to be done once it is sent: a thread that goes on may stop again at once
 */
public record DebugResponse(Map<String, Object> body, Runnable afterwards) {
    static DebugResponse of(Map<String, Object> body) {
        return new DebugResponse(body, () -> {});
    }
}
