package himalia.kernel.magic;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A line that begins with {@code %name} and goes on with an expression: the remainder by a variable of that name. */
final class Remainder {
    /** What may follow the variable, and is no word of a magic. */
    private static final Pattern REST = Pattern.compile("\\s*(?:[;)\\]]|\\z)|\\.\\w");

    private Remainder() {}

    /**
     * Returns whether it is one.
     *
     * @param at where the sign stands, behind a value
     * @param variable whether a name is that of a variable of the session
     */
    static boolean isBy(String name, String source, int at, Predicate<String> variable) {
        var declared = Pattern.compile("[\\w>\\]]\\s+" + name + "\\s*[=;,):]");
        return REST.matcher(source).region(at + 1 + name.length(), source.length()).lookingAt()
                && (variable.test(name) || declared.matcher(source.substring(0, at)).find());
    }
}
