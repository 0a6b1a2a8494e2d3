package himalia.kernel.advice;

import himalia.kernel.cells.Entry;
import himalia.kernel.java.Session;
import java.util.List;
import java.util.Optional;

/** A name that a cell did declare, or would have: what became of it. */
final class LostName {
    private LostName() {}

    /**
     * Returns what to do about a name that nothing declares now; nothing where no cell ever did.
     *
     * @param kind what it is taken for: class, variable, method
     * @param isAssigned whether it is given a value there
     * @param known what to do about it if it is another one's, that is known everywhere
     * @param types the types of that name that there are
     */
    static Optional<String> hint(
            Session session,
            String kind,
            String name,
            boolean isAssigned,
            Optional<String> known,
            List<String> types) {
        // A type is no variable and no method of its name.
        var failed =
                session.failed(name)
                        .filter(each -> !kind.equals("class") || each.kind() == Entry.Kind.TYPE);
        boolean isOther = failed.isPresent() && isMethod(failed.get()) != kind.equals("method");
        if (isOther && known.isPresent()) {
            return known;
        }
        if (isAssigned
                && failed.filter(each -> each.kind() != Entry.Kind.VARIABLE || isOther)
                        .isPresent()) {
            // No value is given to a method or a type, and no variable called: this is another
            // thing of that name.
            return Optional.empty();
        }
        return failed.map(
                        each ->
                                "Cell %d declares %s, and %s.%s"
                                        .formatted(
                                                each.cell(),
                                                name,
                                                each.interrupted()
                                                        ? "was interrupted before that: run it again"
                                                        : "failed: run it again when it is mended",
                                                known.map(more -> " Without it: " + more)
                                                        .orElse("")))
                .or(() -> session.gone(name).map(how -> name + " " + how))
                .or(() -> session.forgotten().of(name, types).map(LostName::forgotten));
    }

    private static String forgotten(String imported) {
        return "%%reset forgot the import of it: write import %s; again.".formatted(imported);
    }

    private static boolean isMethod(Session.Failed failed) {
        return failed.kind() == Entry.Kind.METHOD;
    }
}
