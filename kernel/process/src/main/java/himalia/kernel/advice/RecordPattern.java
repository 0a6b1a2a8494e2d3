package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The parts of a record, named behind {@code case} or {@code instanceof} by other types than its own. */
final class RecordPattern {
    private static final Pattern BEGUN =
            Pattern.compile(
                    "\\b(?:case|instanceof)\\s+(?:final\\s+)?[A-Z][\\w.]*(?:<[^;(){}]*>)?\\s*\\([^;{}]*\\z");

    private RecordPattern() {}

    /** Returns what stands there, where the compiler finds another type. */
    static Optional<String> hint(String code, Problem problem, String source) {
        if (!code.equals("prob.found.req")) {
            return Optional.empty();
        }
        int at = problem.startIn(source);
        var begun = BEGUN.matcher(Cutter.bare(source).substring(0, at));
        return begun.find() && isOpen(begun.group())
                ? Optional.of(
                        "In parentheses behind the name of a record stand the types of its components, or var.")
                : Optional.empty();
    }

    private static boolean isOpen(String text) {
        int depth = 0;
        for (char sign : text.toCharArray()) {
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (depth == 0 && sign == ')') {
                return false;
            }
        }
        return depth > 0;
    }
}
