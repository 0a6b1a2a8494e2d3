package himalia.link;

import java.io.IOException;

/** The other end is gone, or refused. */
public final class LinkException extends IOException {
    private static final long serialVersionUID = 1L;

    private final boolean refused;

    LinkException(String message, boolean refused) {
        super(message);
        this.refused = refused;
    }

    /** Returns true where the other end lives and refused, false where it is gone. */
    public boolean refused() {
        return refused;
    }
}
