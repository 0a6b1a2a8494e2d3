package himalia.kernel.channels;

import himalia.kernel.protocol.Message;

/** Takes what arrives, on the thread of the socket where it arrived: whoever implements it hands the message on and returns at once. */
public interface Inbox {
    /** Takes a message whose signature was right. */
    void received(Channel channel, Message message);

    /** Hears why frames were dropped; says nothing to anybody unless it is told to. */
    default void refused(Channel channel, String reason) {}
}
