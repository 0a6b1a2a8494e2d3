package himalia.link;

import java.io.IOException;

/** The other end is gone, or refused. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why there is no answer. */
    public enum Reason {
        /** The other end is gone. */
        GONE,
        /** The other end lives, and refused. */
        REFUSED,
        /** The other end lives, and has no memory left. */
        FULL
    }

    private final Reason reason;

    LinkException(String message, Reason reason) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Returns true where the other end lives and refused, false where it is gone. */
    public boolean refused() {
        return reason != Reason.GONE;
    }
}
