package himalia.kernel.advice;

import himalia.kernel.cells.Cutter;
import himalia.kernel.java.Compiler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The constants of the enums that cells declare. */
final class Constants {
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
            var found = ConstantReader.ENUM.matcher(bare);
            while (found.find()) {
                var path = Enclosing.path(bare, found.start());
                if (path.isPresent() && read(bare, found).names().contains(name)) {
                    return Optional.of(path.get() + found.group(1) + "." + name);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the constants of each enum. */
    List<List<String>> ofEnums() {
        var all = new ArrayList<List<String>>();
        for (var each : sources) {
            var bare = Cutter.bare(each);
            ConstantReader.ENUM
                    .matcher(bare)
                    .results()
                    .forEach(found -> all.add(read(bare, found).names()));
        }
        return all;
    }

    /** Returns the constants of each enum that can be read to their end, by its name. */
    Map<String, List<String>> byEnum() {
        var all = new LinkedHashMap<String, ConstantReader.Constants>();
        for (var each : sources) {
            var bare = Cutter.bare(each);
            ConstantReader.ENUM
                    .matcher(bare)
                    .results()
                    .forEach(found -> all.putIfAbsent(found.group(1), read(bare, found)));
        }
        var whole = new LinkedHashMap<String, List<String>>();
        all.forEach(
                (name, constants) -> {
                    if (constants.whole() && !constants.names().isEmpty()) {
                        whole.put(name, constants.names());
                    }
                });
        return whole;
    }

    private static ConstantReader.Constants read(String bare, MatchResult begun) {
        return new ConstantReader(bare, begun.end()).all();
    }

    /** Returns the constant that is written most like a name. */
    Optional<String> nearest(String name) {
        return Slip.nearest(name, ofEnums().stream().flatMap(List::stream).toList());
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
}
