package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The constants of an enum: what stands between two of them, and behind the last one. */
final class EnumConstants {
    private static final Pattern ENUM = Pattern.compile("\\benum\\s+(\\w+)[^{};]*\\{");

    private static final Pattern MARK =
            Pattern.compile("\\G\\s*@(?!interface\\b)[\\w.]+(?:\\s*\\([^()]*\\))?");
    private static final Pattern CONSTANT = Pattern.compile("\\G\\s*+([A-Za-z_$][\\w$]*+)");
    private static final Pattern NEXT = Pattern.compile("\\G\\s*+(\\S)");

    /** Words that no constant is called, and a declaration begins with. */
    private static final Pattern WORD =
            Pattern.compile(
                    "public|private|protected|static|final|abstract|synchronized|volatile|transient"
                            + "|void|int|long|double|float|boolean|char|byte|short|class|enum|interface|record");

    private final String bare;
    private final String name;
    private int at;

    private EnumConstants(String bare, String name, int from) {
        this.bare = bare;
        this.name = name;
        this.at = from;
    }

    /** Returns the first enum whose constants are parted or ended wrongly, where the compiler complains of it. */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        return ENUM.matcher(bare)
                .results()
                .filter(
                        each ->
                                Syntax.anyIn(
                                        problems,
                                        each.end(),
                                        Brackets.in(bare)
                                                .closing(each.end() - 1)
                                                .orElse(bare.length())))
                .flatMap(
                        each -> new EnumConstants(bare, each.group(1), each.end()).wrong().stream())
                .findFirst();
    }

    private Optional<Diagnosis> wrong() {
        while (true) {
            var mark = MARK.matcher(bare);
            while (mark.find(at) && mark.start() == at) {
                at = mark.end();
            }
            var constant = CONSTANT.matcher(bare);
            if (!constant.find(at)) {
                return Optional.empty();
            }
            if (isMember()) {
                // The comma before it is to be the semicolon.
                return Optional.of(
                        ended(constant.start(1), constant.end(1), "in place of the comma"));
            }
            at = constant.end();
            if (!skip('(', ')') || !skip('{', '}')) {
                return Optional.empty();
            }
            var next = NEXT.matcher(bare);
            if (!next.find(at)) {
                return Optional.empty();
            }
            char mayBe = next.group(1).charAt(0);
            if (mayBe != ',') {
                return Character.isJavaIdentifierStart(mayBe)
                        ? Optional.of(unparted())
                        : Optional.empty();
            }
            at = next.end();
        }
    }

    private Diagnosis unparted() {
        boolean member = isMember();
        var next = CONSTANT.matcher(bare);
        if (!next.find(at)) {
            throw new IllegalStateException("a name was seen at " + at);
        }
        // Of two lines the compiler complains in the first.
        boolean sameLine = bare.substring(at, next.start(1)).indexOf('\n') < 0;
        int from = sameLine ? next.start(1) : at - 1;
        int to = sameLine ? next.end(1) : at;
        return member
                ? ended(from, to, "behind the last one")
                : Mistake.found(
                        from,
                        to,
                        "a comma stands between two constants",
                        "Write enum Color { RED, GREEN }.");
    }

    private static Diagnosis ended(int from, int to, String where) {
        return Mistake.found(
                from,
                to,
                "a semicolon ends the constants of an enum",
                "Write ; " + where + ": enum Color { RED, GREEN; … }.");
    }

    /** Whether a declaration begins here and no constant: a word of Java's, the enum's constructor, a type and a name, which begins small. */
    private boolean isMember() {
        var word = CONSTANT.matcher(bare);
        if (!word.find(at)) {
            return false;
        }
        var rest = bare.substring(word.end());
        return WORD.matcher(word.group(1)).matches()
                || word.group(1).equals(name) && rest.stripLeading().startsWith("(")
                || rest.matches("(?s)\\s*(?:<[^(){};=]*>|\\[\\s*\\]|\\s)\\s*[a-z]\\w*\\s*[=;(].*");
    }

    /** Steps over what stands in brackets, if it does; returns false where it is never closed. */
    private boolean skip(char open, char close) {
        var next = NEXT.matcher(bare);
        if (!next.find(at) || next.group(1).charAt(0) != open) {
            return true;
        }
        int depth = 0;
        for (int i = next.start(1); i < bare.length(); i++) {
            depth += bare.charAt(i) == open ? 1 : bare.charAt(i) == close ? -1 : 0;
            if (depth == 0) {
                at = i + 1;
                return true;
            }
        }
        return false;
    }
}
