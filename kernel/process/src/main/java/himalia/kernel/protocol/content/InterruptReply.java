package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.Fields;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Says that the interrupt was taken up. */
public record InterruptReply(String status) implements Content {
    /** Reads the fields that were sent; a wrong type is told by name. */
    public static InterruptReply from(Map<String, Object> content) {
        var fields = new Fields(content);
        return new InterruptReply(fields.text("status", "ok"));
    }

    @Override
    public String type() {
        return "interrupt_reply";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map("status", status);
    }

    /** Returns the reply to an interrupt that was taken up. */
    public static InterruptReply ok() {
        return new InterruptReply("ok");
    }
}
