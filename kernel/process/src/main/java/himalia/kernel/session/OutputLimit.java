package himalia.kernel.session;

import java.util.Optional;

/** How much of what one run prints is shown; a loop that prints for ever must not fill the notebook. */
final class OutputLimit {
    /** In characters: what a front end can hold, and far above what anybody reads. */
    static final long MOST = 200_000_000;

    private static final String NOTICE =
            "\n[this cell has printed "
                    + MOST / 1_000_000
                    + " million characters; what follows is not shown. Write to a file what is to be kept.]\n";

    private long left = MOST;

    /** Returns what of a text is shown: all, its beginning and a notice, or nothing. */
    synchronized Optional<String> take(String text) {
        if (left <= 0) {
            return Optional.empty();
        }
        boolean fits = text.length() <= left;
        var shown = fits ? text : text.substring(0, (int) left) + NOTICE;
        left -= text.length();
        return Optional.of(shown);
    }
}
