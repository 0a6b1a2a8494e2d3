package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Code whose type parameters are read as their bounds: JShell knows the members of a bound, and not of what has it. */
final class TypeVariables {
    private static final String TYPE =
            "[\\w.]+(?:<(?:[^<>(){};]|<(?:[^<>(){};]|<[^<>(){};]*>)*>)*>)?";

    private static final Pattern DECLARED =
            Pattern.compile(
                    "[<,]\\s*([A-Z]\\w*)\\s+extends\\s+(%1$s(?:\\s*&\\s*%1$s)*)".formatted(TYPE));

    private TypeVariables() {}

    /** Returns code for each of the bounds of those that it knows at its end; none where it knows none. */
    static Stream<String> asBounds(String code) {
        var bare = Cutter.bare(code);
        var open = TypeBody.open(bare);
        return DECLARED.matcher(bare)
                .results()
                .filter(each -> isOpen(bare.indexOf('{', each.end()), open))
                .flatMap(
                        each ->
                                bounds(each.group(2)).stream()
                                        .map(bound -> read(code, each.end(), each.group(1), bound)))
                .distinct();
    }

    /** Whether it is of a type or method in which the end is. */
    private static boolean isOpen(int body, List<Integer> open) {
        return open.contains(body);
    }

    private static List<String> bounds(String written) {
        return List.of(written.split("\\s*&\\s*"));
    }

    private static String read(String code, int from, String name, String bound) {
        return code.substring(0, from)
                + code.substring(from)
                        .replaceAll(
                                "(?<![\\w.$])" + name + "\\b(?!\\s*(?:extends\\b|[(.]))",
                                Matcher.quoteReplacement(bound));
    }
}
