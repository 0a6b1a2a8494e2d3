package himalia.kernel.protocol;

/** What came of frames: a message, or the reason why they are none. */
public sealed interface Decoded {
    /** What is said of frames that another key has signed, or none. */
    String WRONG_SIGNATURE = "the signature is wrong";

    /** The frames were a message. */
    record Good(Message message) implements Decoded {}

    /** The frames were no message that may be believed. */
    record Bad(String reason) implements Decoded {}
}
