package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Optional;

/** A bracket that is never closed: the compiler complains of the end, where all is right but for that. */
final class Unclosed {
    private static final String END = "compiler.err.premature.eof";

    private Unclosed() {}

    /**
     * Returns the bracket, where that is what the compiler stumbles over.
     *
     * @param bare the code without comments and texts, all of which end
     */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        if (problems.stream().noneMatch(each -> each.code().equals(END))) {
            return Optional.empty();
        }
        var brackets = Brackets.in(bare);
        // Where there is more that is wrong, it may be what follows from this, and may be not.
        boolean only = problems.stream().allMatch(each -> each.code().equals(END));
        if (brackets.open().isEmpty() || !only && !brackets.anyStandsOut()) {
            return Optional.empty();
        }
        int at = brackets.firstOpen('{').orElse(brackets.open().get(0));
        var closing = closing(bare.charAt(at));
        var others = brackets.anyStandsOut() ? 0 : brackets.open().size() - 1;
        return Optional.of(
                Mistake.found(
                        at,
                        at + 1,
                        "this " + bare.charAt(at) + " is never closed",
                        "Write "
                                + closing
                                + " where it ends"
                                + (others == 0
                                        ? "."
                                        : others == 1
                                                ? "; a bracket behind it is open as well."
                                                : "; "
                                                        + others
                                                        + " brackets behind it are open as well.")));
    }

    /** Returns the bracket that closes one. */
    static char closing(char opening) {
        return switch (opening) {
            case '(' -> ')';
            case '[' -> ']';
            default -> '}';
        };
    }
}
