package himalia.featurestore;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import java.util.Collection;
import java.util.List;

/** Names of definitions: they stand in {@code view:feature} and in {@code view__feature}. */
final class DefinitionNames {
    private DefinitionNames() {}

    static void check(String what, String name) {
        if (!name.matches("[A-Za-z0-9_.-]+")) {
            throw new IllegalArgumentException(
                    "the name of %s is made of letters, digits, '_', '.' and '-'; got '%s'"
                            .formatted(what, name));
        }
    }

    /** Says that a name is not there, and which are. */
    static UnknownName unknown(String what, String name, Collection<String> known) {
        return new UnknownName(
                what,
                "no %s '%s' in this feature store%s; %s"
                        .formatted(
                                what,
                                name,
                                Nearest.hint(name, known),
                                known.isEmpty()
                                        ? "it has none yet, store.apply(…) adds one"
                                        : "there are: " + Listed.of(List.copyOf(known), 20)));
    }

    /** Says that a view has no such feature, and which it has. */
    static UnknownName unknownFeature(String view, String name, List<String> known) {
        return new UnknownName(
                "feature",
                "no feature '%s' in view '%s'%s; there are: %s"
                        .formatted(name, view, Nearest.hint(name, known), Listed.of(known, 20)));
    }

    /** A name that stands for nothing: over HTTP this is 'not found', and not a bad request. */
    static final class UnknownName extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final String what;

        UnknownName(String what, String message) {
            super(message);
            this.what = what;
        }

        /** Returns what there is none of. */
        String what() {
            return what;
        }
    }
}
