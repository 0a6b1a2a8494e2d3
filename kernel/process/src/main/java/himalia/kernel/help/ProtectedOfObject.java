package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.Set;
import java.util.function.Function;

/** The methods of Object that are protected: JShell offers them of each object, though outside of a class none may be called. */
final class ProtectedOfObject {
    private static final Set<String> NAMES = Set.of("clone", "finalize");

    private final Function<String, String> signatures;

    /**
     * Those as they are known.
     *
     * @param signatures gives what a call is of, by code that ends with its parenthesis
     */
    ProtectedOfObject(Function<String, String> signatures) {
        this.signatures = signatures;
    }

    /** Whether a method that is offered behind a dot is one of them, and may not be called there. */
    boolean isOne(String name, String place) {
        return NAMES.contains(name)
                && TypeBody.around(Cutter.bare(place)).isEmpty()
                && signatures.apply(place + name + "(").contains(" Object." + name + "(");
    }
}
