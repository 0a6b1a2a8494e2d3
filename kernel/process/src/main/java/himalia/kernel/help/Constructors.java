package himalia.kernel.help;

import himalia.kernel.cells.Cutter;
import java.util.List;
import java.util.regex.Pattern;

/** How objects of a class are made that a cell declares. */
final class Constructors {
    private static final Pattern NAME = Pattern.compile("\\bclass\\s+(\\w+)");

    private Constructors() {}

    /** Returns the heads of its constructors, each on a line of its own; none where it declares none. */
    static List<String> of(String source) {
        var bare = Cutter.bare(source);
        var name = NAME.matcher(bare);
        return name.find()
                ? Pattern.compile(
                                "(?<!new )(?<![\\w.])"
                                        + name.group(1)
                                        + "\\s*\\([^()]*\\)(?=\\s*(?:throws[\\w., ]+)?\\{)")
                        .matcher(bare)
                        .results()
                        .map(found -> "\n    " + source.substring(found.start(), found.end()))
                        .toList()
                : List.of();
    }
}
