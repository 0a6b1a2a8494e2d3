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
    static IllegalArgumentException unknown(String what, String name, Collection<String> known) {
        var hint = Nearest.hint(name, known);
        return new IllegalArgumentException(
                "no %s '%s' in this feature store%s%s"
                        .formatted(
                                what,
                                name,
                                hint,
                                known.isEmpty()
                                        ? "; it has none yet, store.apply(…) adds one"
                                        : there(hint) + Listed.of(List.copyOf(known), 20)));
    }

    /** Says that a view has no such feature, and which it has. */
    static IllegalArgumentException unknownFeature(String view, String name, List<String> known) {
        var hint = Nearest.hint(name, known);
        return new IllegalArgumentException(
                "no feature '%s' in view '%s'%s%s%s"
                        .formatted(name, view, hint, there(hint), Listed.of(known, 20)));
    }

    private static String there(String hint) {
        return hint.isEmpty() ? "; there are: " : " There are: ";
    }
}
