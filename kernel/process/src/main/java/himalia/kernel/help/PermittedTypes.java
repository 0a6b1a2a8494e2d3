package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.List;
import java.util.regex.Pattern;

/** The types directly below a sealed one that cells declare, as their words say. */
final class PermittedTypes {
    private static final String SEALED = "\\bsealed\\s+[\\w\\s]*\\b(?:class|interface)\\s+%s\\b";

    private static final String BELOW =
            "\\b(?:class|record|interface|enum)\\s+(\\w+)\\b[^{};]*\\b(?:extends|implements)\\s[^{};()]*(?<![\\w.])%s(?![\\w.])";

    private PermittedTypes() {}

    /**
     * Returns those of a type, as they are named outside of all types; none where it is not sealed.
     *
     * @param sources what may declare them
     */
    static List<String> of(String type, List<String> sources) {
        var name = Pattern.quote(type.replaceFirst("<.*", "").replaceFirst(".*[.$]", ""));
        var sealed = Pattern.compile(SEALED.formatted(name));
        var below = Pattern.compile(BELOW.formatted(name));
        var all = sources.stream().map(Cutter::bare).map(PermittedTypes::withoutArguments).toList();
        return all.stream().noneMatch(each -> sealed.matcher(each).find())
                ? List.of()
                : all.stream()
                        .flatMap(
                                each ->
                                        below.matcher(each)
                                                .results()
                                                .map(
                                                        found ->
                                                                outside(each, found.start())
                                                                        + found.group(1)))
                        .distinct()
                        .toList();
    }

    private static String withoutArguments(String bare) {
        var text = bare;
        for (var less = ""; !less.equals(text); ) {
            less = text;
            text = text.replaceAll("<[\\w\\s,.?&\\[\\]]*>", "");
        }
        return text;
    }

    /** Returns the types around a declaration, each with a dot. */
    private static String outside(String bare, int at) {
        var names = new StringBuilder();
        TypeBody.around(bare.substring(0, at))
                .forEach(each -> names.append(each.name()).append('.'));
        return names.toString();
    }
}
