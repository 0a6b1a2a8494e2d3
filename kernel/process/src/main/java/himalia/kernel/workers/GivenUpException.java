package himalia.kernel.workers;

import java.io.IOException;

/** A worker that still stands, and from which no answer is to be waited for any more. */
final class GivenUpException extends IOException {
    private static final long serialVersionUID = 1L;

    /** What is told of a worker whose heap is so full that nothing more can run in it. */
    static final String FULL =
            "its heap is full (java.lang.OutOfMemoryError), and nothing was left of it to go on with";

    /** What is told of a worker that can load no class any more: each cell is one. */
    static final String NO_CLASSES =
            "its memory for classes is full (java.lang.OutOfMemoryError: Metaspace), and no cell could be loaded";

    /**
     * Gives up.
     *
     * @param why what became of the worker, in words
     */
    GivenUpException(String why) {
        super(why);
    }
}
