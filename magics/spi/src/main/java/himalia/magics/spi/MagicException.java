package himalia.magics.spi;

/** A user's slip in a magic: its message is shown alone, so it must say what happened and what to do next. */
public final class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MagicException(String message) {
        super(message);
    }

    public MagicException(String message, Throwable cause) {
        super(message, cause);
    }
}
