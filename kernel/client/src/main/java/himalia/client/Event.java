package himalia.client;

import himalia.kernel.protocol.Message;

/** Something that belongs to a request. */
public sealed interface Event {
    /** The answer, on the channel where the request was sent. */
    record Replied(Message message) implements Event {}

    /** Something for all to see: status, output, a result. */
    record Published(Message message) implements Event {}

    /** The kernel asks the user for a line. */
    record Asked(Message message) implements Event {}

    /** The kernel is gone, so nothing more will come. */
    record Gone(String reason) implements Event {}
}
