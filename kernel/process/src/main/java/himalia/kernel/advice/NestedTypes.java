package himalia.kernel.advice;

import himalia.display.bundle.Listed;
import himalia.display.bundle.Nearest;
import himalia.javac.Receiver;
import himalia.javac.Receiver.Kind;
import himalia.javac.Receiver.Member;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A type that another one has not in it. */
final class NestedTypes {
    /** Those that can be read in a line. */
    private static final int MOST = 8;

    /** No method or constant begins large, and goes on small. */
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*[a-z]\\w*");

    private static final Pattern LOCATION =
            Pattern.compile("location:\\s+(?:class|interface) (?:[a-z_]\\w*\\.)*([\\w.$]+)");

    private final String outer;
    private final List<String> types;

    /** Those of one that the compiler has looked in, which its message names as deep as it stands. */
    NestedTypes(Receiver outer, String said) {
        var location = LOCATION.matcher(said);
        boolean isNamed = location.find() && location.group(1).endsWith("." + outer.type());
        this.outer = isNamed ? location.group(1) : outer.type();
        this.types =
                outer.members().stream()
                        .filter(each -> !each.hidden() && each.kind() == Kind.TYPE)
                        .map(Member::name)
                        .toList();
    }

    /** Returns the one that is meant. */
    Optional<String> nearest(String name) {
        return NAME.matcher(name).matches()
                ? Nearest.to(name, types, Math.max(1, name.length() / 3))
                        .map(near -> "Did you mean " + outer + "." + near + "?")
                : Optional.empty();
    }

    /** Returns the one that is meant, or which there are. */
    String hint(String name) {
        return nearest(name).orElseGet(() -> none(name));
    }

    private String none(String name) {
        var has = outer + " has no type " + name;
        return types.isEmpty() || types.size() > MOST
                ? has + "."
                : has + "; it has " + Listed.of(types, MOST) + ".";
    }
}
