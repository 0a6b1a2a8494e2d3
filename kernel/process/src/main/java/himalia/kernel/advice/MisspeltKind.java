package himalia.kernel.advice;

import himalia.display.bundle.Nearest;
import himalia.javac.Problem;
import himalia.kernel.java.Advisor.Diagnosis;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The word before a type that is declared, or before an import, written a little wrongly. */
final class MisspeltKind {
    private static final String BEGIN = "(?:\\A|[;{}\\n])[ \\t]*+";

    private static final Pattern DECLARED =
            Pattern.compile(
                    BEGIN
                            + "(?:(?:public|private|protected|static|final|abstract|sealed)\\s++)*+"
                            + "([a-z]{3,})[ \\t]++[A-Z]\\w*+[^;(){}=]*\\{");

    private static final Pattern IMPORTED =
            Pattern.compile(
                    BEGIN
                            + "([A-Za-z]{5,7})[ \\t]++(?:static\\s++)?[a-z]\\w*+(?:\\.\\w++)*\\.(?:[A-Z]\\w*+|\\*)\\s*;");

    private static final Pattern UNSEALED =
            Pattern.compile("\\b(non\\s+sealed)\\s+(?:class|interface|abstract)\\b");

    private static final List<String> KINDS = List.of("class", "interface", "enum");

    private MisspeltKind() {}

    /** Returns the first one that the compiler stumbles over. */
    static Optional<Diagnosis> in(String bare, List<Problem> problems) {
        return found(DECLARED, bare, problems, MisspeltKind::kind)
                .or(() -> found(IMPORTED, bare, problems, MisspeltKind::imported))
                .or(() -> found(UNSEALED, bare, problems, word -> Optional.of("non-sealed")));
    }

    private static Optional<Diagnosis> found(
            Pattern pattern,
            String bare,
            List<Problem> problems,
            Function<MatchResult, Optional<String>> meant) {
        return pattern.matcher(bare)
                .results()
                .filter(each -> Syntax.anyIn(problems, each.start(1), each.end()))
                .flatMap(each -> meant.apply(each).map(word -> said(each, word)).stream())
                .findFirst();
    }

    private static Diagnosis said(MatchResult word, String meant) {
        return Mistake.found(
                word.start(1),
                word.end(1),
                "Java has no '" + word.group(1) + "'",
                "Did you mean " + meant + "?");
    }

    private static Optional<String> kind(MatchResult word) {
        var written = word.group(1);
        return KINDS.contains(written) || written.equals("record")
                ? Optional.empty()
                : Nearest.to(written, KINDS, 1);
    }

    private static Optional<String> imported(MatchResult word) {
        var written = word.group(1);
        return written.equals("import")
                ? Optional.empty()
                : Nearest.to(written.toLowerCase(Locale.ROOT), List.of("import"), 1);
    }
}
