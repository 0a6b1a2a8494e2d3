package himalia.kernel.advice;

import himalia.kernel.java.Session;
import java.util.Optional;

/** A name that a cell did declare, or would have: what became of it. */
final class LostName {
    private LostName() {}

    /** Returns what to do about a name that nothing declares now; nothing where no cell ever did. */
    static Optional<String> hint(Session session, String name) {
        return session.failed(name)
                .map(
                        cell ->
                                "Cell %d declares %s, and failed: run it again when it is mended."
                                        .formatted(cell, name))
                .or(() -> session.gone(name).map(how -> name + " " + how));
    }
}
