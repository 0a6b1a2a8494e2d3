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

    private NestedTypes() {}

    /** Returns the one that is meant. */
    static Optional<String> nearest(String name, Receiver outer) {
        return NAME.matcher(name).matches()
                ? Nearest.to(name, in(outer), Math.max(1, name.length() / 3))
                        .map(near -> "Did you mean " + outer.type() + "." + near + "?")
                : Optional.empty();
    }

    /** Returns that there is none, and which there are. */
    static String none(String name, Receiver outer) {
        var has = outer.type() + " has no type " + name;
        var types = in(outer);
        return types.isEmpty() || types.size() > MOST
                ? has + "."
                : has + "; it has " + Listed.of(types, MOST) + ".";
    }

    private static List<String> in(Receiver outer) {
        return outer.members().stream()
                .filter(each -> !each.hidden() && each.kind() == Kind.TYPE)
                .map(Member::name)
                .toList();
    }
}
