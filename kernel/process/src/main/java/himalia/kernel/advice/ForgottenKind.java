package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A type that is declared without the word that says what it is, as in {@code public Tree { int size; }}. */
final class ForgottenKind {
    private static final Pattern HEAD =
            Pattern.compile(
                    "(?:\\A|[;{}])\\s*+((?:@\\w++\\s++)*+((?:(?:public|private|protected|static|abstract|final|sealed|strictfp)\\s++)*+)"
                            + "([A-Z]\\w*+)((?:\\s*+<[^(){};=]*?>)?)((?:\\s++(?:extends|implements|permits)\\s[^(){};=]*)?)\\s*+)\\{");

    private static final Pattern OWNER =
            Pattern.compile("\\b(?:class|enum|record|interface)\\s+(\\w+)");

    private ForgottenKind() {}

    /** Returns the first one that the compiler stumbles over. */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        var head = HEAD.matcher(bare);
        var brackets = Brackets.in(bare);
        for (int from = 0; head.find(from); from = head.end(1)) {
            boolean outside = brackets.around(head.start(1)).isEmpty();
            int to = brackets.closing(head.end(1)).orElse(bare.length());
            // In a class a name with braces may be a constant of an enum, or a constructor.
            boolean meant = outside || !head.group(2).isEmpty() && !isTypeIn(bare, head.group(3));
            if (meant && Syntax.anyIn(problems, head.start(1), to)) {
                return Optional.of(found(head.start(1), head.end(3), head.toMatchResult()));
            }
        }
        return Optional.empty();
    }

    private static Diagnosis found(int start, int end, MatchResult head) {
        var name = head.group(3);
        var rest = (head.group(4) + head.group(5)).stripTrailing();
        return Mistake.found(
                start,
                end,
                "nothing says what " + name + " is",
                "Write class before it: %sclass %s%s { … }; or interface, record or enum."
                        .formatted(head.group(2).replaceAll("\\s+", " "), name, rest));
    }

    private static boolean isTypeIn(String bare, String name) {
        return OWNER.matcher(bare).results().anyMatch(each -> each.group(1).equals(name));
    }
}
