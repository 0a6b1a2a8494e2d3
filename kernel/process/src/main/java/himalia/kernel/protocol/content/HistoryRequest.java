package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for cells of the past: the last ones, a range of a session, or those that match a pattern. */
public record HistoryRequest(
        boolean output,
        boolean raw,
        String histAccessType,
        long session,
        long start,
        @Nullable Long stop,
        long n,
        String pattern,
        boolean unique)
        implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static HistoryRequest from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new HistoryRequest(
                fields.flag("output", false),
                fields.flag("raw", true),
                fields.text("hist_access_type", "tail"),
                fields.number("session", 0),
                fields.number("start", 0),
                fields.number("stop").orElse(null),
                fields.number("n", Long.MAX_VALUE),
                fields.text("pattern", "*"),
                fields.flag("unique", false));
    }

    /** Returns the request for the last {@code n} cells. */
    public static HistoryRequest tail(long n, boolean output) {
        return new HistoryRequest(output, true, "tail", 0, 0, null, n, "*", false);
    }

    @Override
    public String type() {
        return "history_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map(
                "output", output,
                "raw", raw,
                "hist_access_type", histAccessType,
                "session", session,
                "start", start,
                "stop", stop,
                "n", n == Long.MAX_VALUE ? null : n,
                "pattern", pattern,
                "unique", unique);
    }
}
