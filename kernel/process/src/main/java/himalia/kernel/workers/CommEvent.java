package himalia.kernel.workers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message of a comm, on its way to the worker or from it.
 *
 * @param kind what it does
 * @param id of the comm
 * @param target the name that it was opened under; empty where it is not being opened
 * @param data what is said
 * @param metadata about it
 * @param buffers bytes beside it
 */
public record CommEvent(
        Kind kind,
        String id,
        String target,
        Map<String, Object> data,
        Map<String, Object> metadata,
        List<byte[]> buffers) {
    /** What a message does. */
    public enum Kind {
        /** Opens the comm. */
        OPEN,
        /** Says something. */
        MESSAGE,
        /** Closes the comm. */
        CLOSE
    }

    public CommEvent {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        buffers = List.copyOf(buffers);
    }
}
