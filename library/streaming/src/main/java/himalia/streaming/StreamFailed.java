package himalia.streaming;

/** A job failed of a checked exception, which is its cause. */
final class StreamFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StreamFailed(Throwable cause) {
        super("the job failed: " + words(cause), cause);
    }

    private static String words(Throwable cause) {
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
