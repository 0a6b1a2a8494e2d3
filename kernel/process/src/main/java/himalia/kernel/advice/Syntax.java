package himalia.kernel.advice;

import himalia.javac.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** Where the compiler could not read a source: not where it read it and found something wrong in what it means. */
final class Syntax {
    /** What it says of a source that it has read. */
    private static final Pattern MEANING =
            Pattern.compile(
                    "(?:cant\\.|doesnt\\.exist|prob\\.found|incomparable|operator\\.cant|unreported|already\\.|report\\.access"
                            + "|var\\.might|var\\.not|does\\.not\\.override|method\\.does|not\\.def|ref\\.ambiguous|missing\\.ret"
                            + "|unreachable|abstract|non-static|incompatible|name\\.clash|local\\.|encl|not\\.encl|override"
                            + "|type\\.found|types\\.|except\\.|foreach|void\\.|const\\.expr|not\\.exhaustive|recursive|cyclic"
                            + "|call\\.|used\\.before|record|intf|duplicate|unexpected\\.type|neither|static\\.).*");

    private Syntax() {}

    /** Whether a problem of its form is on the lines from {@code start} to {@code end}. */
    static boolean isBroken(List<Problem> problems, String source, int start, int end) {
        int from = source.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        int newline = source.indexOf('\n', end);
        int to = newline < 0 ? source.length() : newline;
        return anyIn(problems, start == 0 ? 0 : from, to);
    }

    /** Whether a problem of the source's form begins in a stretch, its end included. */
    static boolean anyIn(List<Problem> problems, int from, int to) {
        return problems.stream()
                .filter(each -> each.start() >= from && each.start() <= to)
                .anyMatch(Syntax::isOfForm);
    }

    private static boolean isOfForm(Problem problem) {
        var code = problem.code().replaceFirst("^\\w+\\.err\\.", "");
        return !MEANING.matcher(code).matches();
    }
}
