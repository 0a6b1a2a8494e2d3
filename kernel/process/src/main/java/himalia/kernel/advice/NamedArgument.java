package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a parameter before the value that a call gives it, as Python and Kotlin have it: {@code add(a = 1, b = 2)}. */
final class NamedArgument {
    private static final Pattern NO_CALL =
            Pattern.compile("(?<![\\w.])(?:if|for|while|switch|catch|try|synchronized)\\s*\\z");
    private static final Pattern CALL = Pattern.compile("\\w\\s*\\z");

    private NamedArgument() {}

    /** Returns what to write in a call whose values have names that nothing declares. */
    static Optional<String> hint(String kind, String name, Problem problem, String source) {
        var bare = Cutter.bare(source);
        int at = problem.startIn(bare);
        var before = bare.substring(0, at).stripTrailing();
        var assigned = Pattern.compile(Pattern.quote(name) + "\\s*=(?!=)");
        return kind.equals("variable")
                        && (before.endsWith("(") || before.endsWith(","))
                        && assigned.matcher(bare).region(at, bare.length()).lookingAt()
                        && isCall(bare, at)
                        // In a stream it is what a lambda takes.
                        && LambdaMissing.hint(name, problem, source).isEmpty()
                ? Optional.of(
                        "A call gives values without names, in the order in which they are taken: f(1, 2).")
                : Optional.empty();
    }

    private static boolean isCall(String bare, int at) {
        return Brackets.in(bare)
                .around(at)
                .filter(open -> bare.charAt(open) == '(')
                .map(open -> bare.substring(0, open))
                .filter(head -> CALL.matcher(head).find() && !NO_CALL.matcher(head).find())
                .isPresent();
    }
}
