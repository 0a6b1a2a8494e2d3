package himalia.kernel.advice;

import himalia.javac.Receiver;
import himalia.javac.Receiver.Kind;
import himalia.javac.Receiver.Member;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name of capitals behind a dot: a constant's, and no method's. */
final class CapitalName {
    private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z0-9_]+");

    private CapitalName() {}

    /** Returns the constant of which it is the first word, as MAX is of MAX_VALUE. */
    static Optional<String> begun(String kind, String name, Receiver receiver) {
        return receiver.members().stream()
                .filter(each -> isOne(kind, name) && !each.hidden() && each.kind() != Kind.METHOD)
                .map(Member::name)
                .filter(each -> each.startsWith(name + "_"))
                .min(
                        Comparator.comparing((String each) -> !each.equals(name + "_VALUE"))
                                .thenComparingInt(String::length))
                .map(each -> "Did you mean " + each + "?");
    }

    /** Whether a member may be meant by a name that is like its own. */
    static boolean mayMean(String kind, String name, Member member) {
        return !isOne(kind, name)
                || member.kind() != Kind.METHOD
                || member.name().equalsIgnoreCase(name);
    }

    private static boolean isOne(String kind, String name) {
        return kind.equals("variable") && CAPITALS.matcher(name).matches();
    }
}
