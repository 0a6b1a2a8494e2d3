package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The constants of an enum: what stands before them, between two of them, and behind the last one. */
final class EnumConstants {
    /** Words that no constant is called, and a declaration begins with. */
    private static final Pattern WORD =
            Pattern.compile(
                    "public|private|protected|static|final|abstract|synchronized|volatile|transient"
                            + "|void|int|long|double|float|boolean|char|byte|short|class|enum|interface|record");

    /** What stands behind a type: what else belongs to it, and a name, which begins small. */
    private static final Pattern DECLARES =
            Pattern.compile(
                    "(?s)(?<path>(?:\\s*\\.\\s*\\w+)*)\\s*(?:<[^(){};=]*>|\\[\\s*\\]|\\s)\\s*[a-z]\\w*\\s*[=;(].*");

    private final String bare;
    private final String name;
    private final ConstantReader reader;

    private EnumConstants(String bare, String name, int from) {
        this.bare = bare;
        this.name = name;
        this.reader = new ConstantReader(bare, from);
    }

    /** Returns the first enum whose constants are parted or ended wrongly, where the compiler complains of it. */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        return ConstantReader.ENUM
                .matcher(bare)
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
        boolean first = true;
        for (var found = reader.name(); found.isPresent(); found = reader.name()) {
            var constant = found.get();
            if (first && isFirstMember(constant)) {
                return Optional.of(
                        Mistake.found(
                                constant.start(1),
                                constant.end(1),
                                "the constants of an enum stand before all else that it has",
                                "Write them first, and ; behind the last one: enum Color { RED, GREEN; … }."));
            }
            if (!first && isMember(constant)) {
                // The comma before it is to be the semicolon.
                return Optional.of(
                        ended(constant.start(1), constant.end(1), "in place of the comma"));
            }
            first = false;
            if (!reader.skipBody()) {
                return Optional.empty();
            }
            if (reader.next() != ',') {
                return behind(constant);
            }
            reader.step();
        }
        return Optional.empty();
    }

    /** What is no comma behind a constant: the next one, what else the enum has, or a value for it. */
    private Optional<Diagnosis> behind(MatchResult constant) {
        int at = reader.at();
        if (reader.next() == '=') {
            int sign = bare.indexOf('=', at);
            return Optional.of(
                    Mistake.found(
                            sign,
                            sign + 1,
                            "a constant of an enum is given its values in parentheses",
                            "Write %1$s(…), and a field and a constructor that takes it: enum %2$s { %1$s(1); final int value; %2$s(int value) { this.value = value; } }."
                                    .formatted(constant.group(1), name)));
        }
        return reader.name().map(next -> unparted(at, next));
    }

    private Diagnosis unparted(int at, MatchResult next) {
        // Of two lines the compiler complains in the first.
        boolean sameLine = bare.substring(at, next.start(1)).indexOf('\n') < 0;
        int from = sameLine ? next.start(1) : at - 1;
        int to = sameLine ? next.end(1) : at;
        return isMember(next)
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
    private boolean isMember(MatchResult word) {
        var rest = bare.substring(word.end());
        if (WORD.matcher(word.group(1)).matches()
                || word.group(1).equals(name) && rest.stripLeading().startsWith("(")) {
            return true;
        }
        var declares = DECLARES.matcher(rest);
        return declares.matches()
                && (Character.isUpperCase(word.group(1).charAt(0))
                        || !declares.group("path").isEmpty());
    }

    /** Before any constant a word of capitals is the first of them. */
    private boolean isFirstMember(MatchResult word) {
        return isMember(word)
                && (!word.group(1).equals(word.group(1).toUpperCase(java.util.Locale.ROOT))
                        || bare.startsWith(".", word.end()));
    }
}
