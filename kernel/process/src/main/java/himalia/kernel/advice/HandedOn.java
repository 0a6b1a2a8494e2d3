package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.javac.Receiver;
import himalia.javac.Receiver.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/** A method without its parentheses, where it is handed on as a value, or given one. */
final class HandedOn {
    private static final Pattern GIVEN = Pattern.compile("\\s*=(?!=)");
    private static final Pattern ENDS = Pattern.compile("\\s*[,)]");
    private static final Pattern BEGINS = Pattern.compile("[(,]\\s*\\z");

    /** A variable that holds a method. */
    private static final Pattern HOLDS =
            Pattern.compile(
                    "\\b(?:\\w*(?:Consumer|Function|Predicate|Supplier|Operator)|Runnable|Callable|Comparator)"
                            + "(?:<[^;={}]*>)?\\s+\\w+\\s*=\\s*\\z");

    private static final Pattern ENDS_STATEMENT = Pattern.compile("\\s*(?:;|\\z)");

    private HandedOn() {}

    static Optional<String> hint(
            String kind, String name, Receiver receiver, Problem problem, String source) {
        boolean method =
                receiver.members().stream()
                        .anyMatch(each -> each.kind() == Kind.METHOD && each.name().equals(name));
        int start = (int) problem.start();
        int end = (int) problem.end();
        if (!kind.equals("variable") || !method || start < 0 || end > source.length()) {
            return Optional.empty();
        }
        var behind = source.substring(end);
        if (GIVEN.matcher(behind).lookingAt()) {
            return Optional.of(
                    name + " is a method: it takes a value in parentheses, " + name + "(…).");
        }
        boolean argument =
                ENDS.matcher(behind).lookingAt()
                        && BEGINS.matcher(source.substring(0, start)).find();
        var written = source.substring(start, end);
        int dot = written.lastIndexOf('.');
        boolean isHeld =
                ENDS_STATEMENT.matcher(behind).lookingAt()
                        && HOLDS.matcher(source.substring(0, start)).find();
        if (isHeld && dot > 0) {
            return Optional.of(
                    "%1$s is a method: a variable holds the method itself by %2$s::%1$s."
                            .formatted(name, written.substring(0, dot).strip()));
        }
        return argument && dot > 0
                ? Optional.of(
                        "%1$s is a method: write %1$s() for what it gives, %2$s::%1$s to hand the method itself on."
                                .formatted(name, written.substring(0, dot).strip()))
                : Optional.empty();
    }
}
