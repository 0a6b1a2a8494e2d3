package himalia.kernel.debugger;

import java.util.Map;

/** Tells the front end what happened. */
public interface Events {
    /** Sends an event of the Debug Adapter Protocol. */
    void send(String event, Map<String, Object> body);
}
