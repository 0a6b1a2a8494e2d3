package himalia.kernel.help;

import himalia.kernel.cells.DeclarationRegistry;
import himalia.kernel.cells.Entry;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The annotations that may stand behind an @: those that Java has always, and those that cells declare. */
final class Annotations {
    private static final Pattern AT = Pattern.compile("(?<![\\w)\\]])@(\\w*)\\z");

    private static final Pattern DECLARED = Pattern.compile("@\\s*interface\\s");

    private static final List<String> OF_JAVA =
            List.of(
                    "Override",
                    "Deprecated",
                    "FunctionalInterface",
                    "SafeVarargs",
                    "SuppressWarnings");

    private Annotations() {}

    /** Returns those that begin as the last word of a code does; none where no annotation stands there. */
    static List<Completion.Candidate> at(String code, DeclarationRegistry names) {
        var at = AT.matcher(code);
        if (!at.find()) {
            return List.of();
        }
        var own =
                names.types().stream()
                        .filter(each -> DECLARED.matcher(each.source()).find())
                        .map(Entry::name);
        return Stream.concat(own, OF_JAVA.stream())
                .filter(name -> name.startsWith(at.group(1)))
                .map(name -> new Completion.Candidate(name, "class", ""))
                .toList();
    }
}
