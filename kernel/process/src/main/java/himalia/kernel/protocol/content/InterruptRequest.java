package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks to end what runs. */
public record InterruptRequest() implements Content {
    /** Reads the fields that were sent: there are none. */
    public static InterruptRequest from(Map<String, Object> content) {
        return new InterruptRequest();
    }

    @Override
    public String type() {
        return "interrupt_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map();
    }
}
