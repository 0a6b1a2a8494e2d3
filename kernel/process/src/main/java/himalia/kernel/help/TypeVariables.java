package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Code whose type parameters and wildcards are read as their bounds: JShell knows the members of a bound, and not of what has it. */
final class TypeVariables {
    /** What begins a list of them, of a type or a method. */
    private static final Pattern LIST =
            Pattern.compile(
                    "(?:\\b(?:class|interface|record)\\s+\\w+|\\A|[;{}]|\\b(?:static|public|private|protected|final|default|abstract)\\b)\\s*<");

    private static final Pattern WILDCARD = Pattern.compile("\\?\\s*extends\\s+");

    private static final Pattern DECLARED =
            Pattern.compile("\\s*(\\w+)(?:\\s+extends\\s+(.*))?", Pattern.DOTALL);

    private TypeVariables() {}

    /** Returns code for each of the bounds of those that it knows at its end; none where it knows none. */
    static Stream<String> asBounds(String code) {
        var bare = Cutter.bare(code);
        var open = TypeBody.open(bare);
        var ofWildcards = WILDCARD.matcher(code).replaceAll("");
        return Stream.concat(
                ofWildcards.equals(code) ? Stream.empty() : Stream.of(ofWildcards),
                ofLists(code, bare, open));
    }

    private static Stream<String> ofLists(String code, String bare, List<Integer> open) {
        return LIST.matcher(bare)
                .results()
                .filter(each -> open.contains(bare.indexOf('{', each.end())))
                .flatMap(each -> read(code, bare, each.end()))
                .distinct();
    }

    /** Returns the code with each parameter of a list as each of its bounds. */
    private static Stream<String> read(String code, String bare, int from) {
        var declared = new ArrayList<String>();
        int depth = 1;
        int start = from;
        int at = from;
        for (; at < bare.length() && depth > 0; at++) {
            char sign = bare.charAt(at);
            depth += sign == '<' ? 1 : sign == '>' ? -1 : 0;
            if (depth == 0 || depth == 1 && sign == ',') {
                declared.add(bare.substring(start, at));
                start = at + 1;
            }
        }
        int end = at;
        return declared.stream()
                .map(DECLARED::matcher)
                .filter(Matcher::matches)
                .flatMap(
                        each ->
                                bounds(each.group(2)).stream()
                                        .map(bound -> read(code, end, each.group(1), bound)));
    }

    private static List<String> bounds(@Nullable String written) {
        return written == null ? List.of("Object") : List.of(written.strip().split("\\s*&\\s*"));
    }

    private static String read(String code, int from, String name, String bound) {
        return code.substring(0, from)
                + code.substring(from)
                        .replaceAll(
                                "(?<![\\w.$])" + name + "\\b(?!\\s*(?:extends\\b|[(.]))",
                                Matcher.quoteReplacement(bound));
    }
}
