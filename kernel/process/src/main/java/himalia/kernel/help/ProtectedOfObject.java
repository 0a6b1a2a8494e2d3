package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The methods of Object that are protected: JShell offers them of each object, though outside of a class none may be called. */
final class ProtectedOfObject {
    private static final Set<String> NAMES = Set.of("clone", "finalize");

    private final Function<String, String> signatures;
    private final Function<String, List<String>> members;

    /**
     * Those as they are known.
     *
     * @param signatures gives what a call is of, by code that ends with its parenthesis
     * @param members gives what may stand at the end of code
     */
    ProtectedOfObject(Function<String, String> signatures, Function<String, List<String>> members) {
        this.signatures = signatures;
        this.members = members;
    }

    /** Whether a method that is offered behind a dot is one of them, and may not be called there. */
    boolean isOne(String name, String place) {
        return NAMES.contains(name)
                && TypeBody.around(Cutter.bare(place)).isEmpty()
                && signatures.apply(place + name + "(").contains(" Object." + name + "(")
                && !isArray(place);
    }

    /** That has a clone of its own, of which a JDK before 18 says that it is Object's. */
    private boolean isArray(String place) {
        return members.apply(place + "length").contains("length");
    }
}
