package himalia.streaming;

/** A job failed of a checked exception, which is its cause. */
final class StreamFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StreamFailed(Throwable cause) {
        super("the job failed: " + cause.getMessage(), cause);
    }
}
