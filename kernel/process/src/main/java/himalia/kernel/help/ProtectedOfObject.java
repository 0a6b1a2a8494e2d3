package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The methods of Object that are protected: JShell offers them of each object, though outside of a class none may be called. */
final class ProtectedOfObject {
    private static final Set<String> NAMES = Set.of("clone", "finalize");

    /** What is not declared anew; enums declare both as they are. */
    private static final Pattern OF_THEM =
            Pattern.compile(" (?:Object|Enum(?:<[^.()]*>)?)\\.(?:clone|finalize)\\(");

    private final Function<String, String> signatures;

    /**
     * Those as they are known.
     *
     * @param signatures gives what a call is of, by code that ends with its parenthesis
     */
    ProtectedOfObject(Function<String, String> signatures) {
        this.signatures = signatures;
    }

    /** Whether a method that is offered behind a dot or a reference is one of them, and may not be called there. */
    boolean isOne(String name, String place) {
        if (!NAMES.contains(name) || !TypeBody.around(Cutter.bare(place)).isEmpty()) {
            return false;
        }
        var call = signatures.apply(called(place.stripTrailing()) + name + "(");
        return OF_THEM.matcher(call).find();
    }

    /** A reference says nothing of its signature: the call does that it stands for. */
    private static String called(String place) {
        if (!place.endsWith("::")) {
            return place;
        }
        return ByType.ofObject(place).orElseGet(() -> place.substring(0, place.length() - 2) + ".");
    }
}
