package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import himalia.kernel.help.Completion.Candidate;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A place in code where only a type may stand, or the package that it is in: JShell offers variables there too. */
final class TypePlace {
    private static final Pattern MADE = Pattern.compile("(?<![\\w.])new\\s+\\z");

    private static final Pattern NAMED =
            Pattern.compile(
                    "(?<![\\w.])(?:instanceof\\s+(?:final\\s+)?"
                            + "|(?:extends|implements|throws)\\s(?:[\\w.<>?\\[\\]\\s]++[,&])*+\\s*"
                            + "|catch\\s*\\(\\s*(?:final\\s+)?(?:[\\w.]++\\s*+\\|\\s*+)*+)\\z");

    /** In capitals alone, a constant is compared. */
    private static final Pattern GENERIC = Pattern.compile("(?<!\\w)[A-Z]\\w*[a-z]\\w*\\s*\\z");

    private static final Set<String> PRIMITIVES =
            Set.of("boolean", "byte", "char", "double", "float", "int", "long", "short");

    private TypePlace() {}

    /**
     * Returns whether a candidate may stand at the end of code.
     *
     * @param isVariable knows variables that are named as types are
     */
    static Predicate<Candidate> at(String before, Predicate<String> isVariable) {
        var bare = Cutter.bare(before);
        boolean isMade = MADE.matcher(bare).find();
        if (!isMade && !NAMED.matcher(bare).find() && !isArgument(bare)) {
            return each -> true;
        }
        return each -> isType(each, isMade, isVariable);
    }

    private static boolean isType(
            Candidate candidate, boolean isMade, Predicate<String> isVariable) {
        var text = candidate.text();
        if (candidate.type().equals("class") || text.endsWith(".")) {
            return true;
        }
        // A constructor is offered as a method is, and a type in capitals as a constant.
        return Character.isUpperCase(text.charAt(0)) && !isVariable.test(text)
                || isMade && PRIMITIVES.contains(text);
    }

    /** Whether {@code <} of a type is open at the end. */
    private static boolean isArgument(String bare) {
        int open = 0;
        for (int at = bare.length() - 1; at >= 0; at--) {
            char sign = bare.charAt(at);
            if (!Character.isJavaIdentifierPart(sign)
                    && !Character.isWhitespace(sign)
                    && "<>,.?[]".indexOf(sign) < 0) {
                return false;
            }
            open += sign == '<' ? 1 : sign == '>' ? -1 : 0;
            if (open > 0) {
                return isBegin(bare.substring(at + 1))
                        && GENERIC.matcher(bare.substring(0, at)).find();
            }
        }
        return false;
    }

    /** Behind a finished argument stands a comma first. */
    private static boolean isBegin(String arguments) {
        return arguments.isBlank() || arguments.stripTrailing().endsWith(",");
    }
}
