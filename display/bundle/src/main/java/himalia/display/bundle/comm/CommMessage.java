package himalia.display.bundle.comm;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is said on a comm.
 *
 * @param data texts, numbers, booleans, nulls, and lists and maps of them
 * @param metadata about the message
 * @param buffers bytes that travel beside the data as they are
 */
public record CommMessage(
        Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
    /** A message that says nothing. */
    public static final CommMessage EMPTY = CommMessage.of(Map.of());

    public CommMessage {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        buffers = List.copyOf(buffers);
    }

    /** A message of data alone. */
    public static CommMessage of(Map<String, Object> data) {
        return new CommMessage(data, Map.of(), List.of());
    }
}
