package himalia.kernel.protocol.content;

import himalia.kernel.protocol.Content;
import himalia.kernel.protocol.json.OrderedMaps;
import java.util.Map;

/** Asks who the kernel is. */
public record KernelInfoRequest() implements Content {
    /** Reads the fields that were sent: there are none. */
    public static KernelInfoRequest from(Map<String, Object> content) {
        return new KernelInfoRequest();
    }

    @Override
    public String type() {
        return "kernel_info_request";
    }

    @Override
    public Map<String, Object> toMap() {
        return OrderedMaps.map();
    }
}
