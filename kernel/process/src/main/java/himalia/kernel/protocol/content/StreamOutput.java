package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** What a program printed: the message type {@code stream}. */
public record StreamOutput(String name, String text) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static StreamOutput from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new StreamOutput(fields.text("name", ""), fields.text("text", ""));
    }

    @Override
    public String type() {
        return "stream";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("name", name, "text", text);
    }

    /** Returns text of the standard output. */
    public static StreamOutput stdout(String text) {
        return new StreamOutput("stdout", text);
    }

    /** Returns text of the error output. */
    public static StreamOutput stderr(String text) {
        return new StreamOutput("stderr", text);
    }
}
