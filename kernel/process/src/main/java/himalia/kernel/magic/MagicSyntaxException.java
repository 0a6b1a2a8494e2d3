package himalia.kernel.magic;

/** A magic that cannot be understood; the message says what was meant to stand there. */
public final class MagicSyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    MagicSyntaxException(String message, int line) {
        super(message);
        this.line = line;
    }

    /** Returns the line of the cell, from 1; 0 where it is plain which. */
    public int line() {
        return line;
    }
}
