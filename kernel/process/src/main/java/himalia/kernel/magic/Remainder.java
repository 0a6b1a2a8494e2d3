package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A line that begins with {@code %name} and goes on with an expression: the remainder by a variable of that name. */
final class Remainder {
    /** What may follow the variable, and is no word of a magic. */
    private static final Pattern REST = Pattern.compile("\\s*(?:[;)\\]]|\\z)|\\.\\w");

    private static final Pattern CLOSED = Pattern.compile("(?:\\([^()]*\\)[^(){};]*)?\\{[^{}]*\\}");

    private Remainder() {}

    /**
     * Returns whether it is one.
     *
     * @param at where the sign stands, behind a value
     * @param variable whether a name is that of a variable of the session
     */
    static boolean isBy(String name, String source, int at, Predicate<String> variable) {
        var declared = Pattern.compile("[\\w>\\]]\\s+" + Pattern.quote(name) + "\\s*[=;,):]");
        return REST.matcher(source).region(at + 1 + name.length(), source.length()).lookingAt()
                && (variable.test(name) || declared.matcher(open(source.substring(0, at))).find());
    }

    /** Returns the code without comments and texts, and without blocks that are closed and their parameters. */
    private static String open(String source) {
        var code = Cutter.bare(source);
        while (CLOSED.matcher(code).find()) {
            code = CLOSED.matcher(code).replaceAll(";");
        }
        return code;
    }
}
