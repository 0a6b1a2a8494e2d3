package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Compiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The constants of the enums that cells declare. */
final class Constants {
    private static final Pattern ENUM = Pattern.compile("\\benum\\s+(\\w+)[^{]*\\{([^;{}]*)");

    private static final Pattern WANTED =
            Pattern.compile("String cannot be converted to (?:[\\w.$]*[.$])?(\\w+)");

    private static final Pattern TEXT = Pattern.compile("\"(\\w+)\"");

    private final List<String> sources = new ArrayList<>();

    /** Those of a source and of the cells before it. */
    Constants(Compiler compiler, String source) {
        sources.add(source);
        compiler.cells().names().types().forEach(type -> sources.add(type.source()));
    }

    /** Returns the constant of a name with the name of its enum before it. */
    Optional<String> owner(String name) {
        for (var each : sources) {
            var bare = Cutter.bare(each);
            var found = ENUM.matcher(bare);
            while (found.find()) {
                var path = Enclosing.path(bare, found.start());
                if (path.isPresent() && names(found.group(2)).contains(name)) {
                    return Optional.of(path.get() + found.group(1) + "." + name);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the constants of each enum. */
    List<List<String>> ofEnums() {
        return sources.stream()
                .flatMap(each -> ENUM.matcher(Cutter.bare(each)).results())
                .map(each -> names(each.group(2)))
                .toList();
    }

    /** Returns the constants of each enum, by its name. */
    Map<String, List<String>> byEnum() {
        var all = new LinkedHashMap<String, List<String>>();
        for (var each : sources) {
            ENUM.matcher(Cutter.bare(each))
                    .results()
                    .forEach(found -> all.putIfAbsent(found.group(1), names(found.group(2))));
        }
        return all;
    }

    /** Returns the constant that is written most like a name. */
    Optional<String> nearest(String name) {
        var all = new ArrayList<String>();
        for (var each : sources) {
            ENUM.matcher(Cutter.bare(each))
                    .results()
                    .forEach(found -> all.addAll(names(found.group(2))));
        }
        return Slip.nearest(name, all);
    }

    /**
     * Returns what to write where one is given as a text.
     *
     * @param said the compiler's message
     * @param text the text with its quotes
     */
    Optional<String> asText(String said, String text) {
        var wanted = WANTED.matcher(said);
        return wanted.find() && text.matches("\"\\w+\"")
                ? owner(text.substring(1, text.length() - 1))
                        .filter(each -> ofEnum(each).equals(wanted.group(1)))
                        .map(each -> "A constant is no text: write " + each + ".")
                : Optional.empty();
    }

    /** Returns what to write where one is compared with a text. */
    Optional<String> compared(String said, String written) {
        var text = TEXT.matcher(written);
        return text.find() && said.contains("String")
                ? owner(text.group(1))
                        .filter(each -> said.matches("(?s).*\\b" + ofEnum(each) + "\\b.*"))
                        .map(each -> "A constant is no text: write " + each + ".")
                : Optional.empty();
    }

    private static String ofEnum(String constant) {
        var names = constant.split("\\.");
        return names[names.length - 2];
    }

    private static List<String> names(String constants) {
        // What they are made of stands in parentheses.
        return Arrays.stream(constants.replaceAll("\\([^()]*\\)", "").split(","))
                .map(String::strip)
                .filter(each -> each.matches("\\w+"))
                .toList();
    }
}
