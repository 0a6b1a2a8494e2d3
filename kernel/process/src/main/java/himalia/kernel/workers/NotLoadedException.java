package himalia.kernel.workers;

import java.io.IOException;

/** A worker, in good health, does not take the classes of a cell. */
final class NotLoadedException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param why what the worker threw: the name of its class, a colon and its words
     */
    NotLoadedException(String why) {
        super(why);
    }
}
