package himalia.link;

/** Hears what the other end says. Called on the link's reader thread, in order: it must hand long work over. */
public interface LinkHandler {
    /** A message that wants no reply. */
    void notice(LinkMessage message);

    /** A message that wants one reply, now or later, from any thread. */
    void request(LinkMessage message, LinkReply reply);

    /** There is no memory left to hear with; called before what could not be heard is refused. */
    default void full() {}

    /**
     * The link is gone; called once.
     *
     * @param reason in words
     */
    void closed(String reason);
}
