package himalia.kernel.advice;

import himalia.display.bundle.Listed;
import himalia.kernel.cells.Cutter;
import himalia.kernel.cells.Entry;
import himalia.kernel.java.Compiler;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands behind case, and is no constant of the enum that the switch asks. */
final class MissingConstant {
    private static final int MOST = 8;

    private static final Pattern SWITCH = Pattern.compile("\\bswitch\\s*\\z");
    private static final Pattern LABELS = Pattern.compile("\\bcase\\s+([\\w\\s,]+?)\\s*(?:->|:)");

    private final Compiler compiler;
    private final String bare;
    private final Constants constants;

    MissingConstant(Compiler compiler, String source) {
        this.compiler = compiler;
        this.bare = Cutter.bare(source);
        this.constants = new Constants(compiler, source);
    }

    /** Returns which constants there are, where a name stands behind case at a place. */
    Optional<String> hint(String name, long place) {
        int at = (int) Math.max(0, Math.min(place, bare.length()));
        var brackets = Brackets.in(bare);
        var open = brackets.around(at).filter(each -> bare.charAt(each) == '{');
        if (open.isEmpty()) {
            return Optional.empty();
        }
        int close = bare.substring(0, open.get()).stripTrailing().length() - 1;
        var head = brackets.opening(close).filter(each -> isSwitch(each));
        if (head.isEmpty()) {
            return Optional.empty();
        }
        var asked = bare.substring(head.get() + 1, close).strip();
        var body = bare.substring(open.get(), brackets.closing(open.get()).orElse(bare.length()));
        var type = type(asked, bare.substring(0, head.get()));
        var labels =
                LABELS.matcher(body)
                        .results()
                        .flatMap(each -> Arrays.stream(each.group(1).split(",")))
                        .map(String::strip)
                        .collect(Collectors.toSet());
        return labels.contains(name)
                ? constants.byEnum().entrySet().stream()
                        .filter(each -> isAsked(each.getKey(), each.getValue(), type, labels))
                        .findFirst()
                        .map(each -> said(each.getKey(), name, each.getValue()))
                : Optional.empty();
    }

    private boolean isSwitch(int parenthesis) {
        return SWITCH.matcher(bare.substring(0, parenthesis)).find();
    }

    /** By the type of the variable that is asked; where that is not known, by the constants that other cases name. */
    private static boolean isAsked(
            String type, List<String> constants, Optional<String> asked, Set<String> labels) {
        return asked.map(type::equals)
                .orElseGet(() -> constants.stream().anyMatch(labels::contains));
    }

    /** Whether what is asked is a constant, written with its enum. */
    private static boolean isOf(String type, List<String> constants, String asked) {
        var names = asked.split("\\s*\\.\\s*");
        return names.length > 1
                && names[names.length - 2].equals(type)
                && constants.contains(names[names.length - 1]);
    }

    private Optional<String> type(String asked, String before) {
        if (!asked.matches("\\w+")) {
            return constants.byEnum().entrySet().stream()
                    .filter(each -> isOf(each.getKey(), each.getValue(), asked))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }
        var here =
                Pattern.compile("\\b([A-Z]\\w*)\\s+" + asked + "\\b")
                        .matcher(before)
                        .results()
                        .reduce((one, later) -> later)
                        .map(found -> found.group(1));
        return here.or(
                () ->
                        compiler.cells()
                                .names()
                                .variable(asked)
                                .map(Entry::type)
                                .map(each -> each.replaceFirst(".*[.$]", "")));
    }

    private static String said(String type, String name, List<String> constants) {
        return "%s has no %s; it has %s.".formatted(type, name, Listed.of(constants, MOST));
    }
}
