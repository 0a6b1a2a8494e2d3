package himalia.kernel.protocol;

import java.util.Map;

/** The content of one message: a record named as the protocol names it. */
public interface Content {
    /** Returns the message type, for example {@code execute_reply}. */
    String type();

    /** Returns the fields as they are written on the wire. */
    Map<String, Object> toMap();
}
