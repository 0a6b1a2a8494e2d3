package himalia.display.bundle.comm;

/** Where comms lead: to the notebook's front end, or nowhere. */
public interface CommSink {
    /** Opens a comm to a target of the front end. */
    void open(String id, String target, CommMessage message);

    /** Says something on an open comm. */
    void message(String id, CommMessage message);

    /** Closes a comm. */
    void close(String id, CommMessage message);

    /**
     * Returns the id of the request that the calling thread works for; empty outside a notebook. A front end can be told
     * by it whose output goes where.
     */
    String request();
}
