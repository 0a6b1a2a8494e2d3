package himalia.worker;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names of what cells declare, as their user wrote them: a class that says nothing of itself, or the JVM in a message,
 * names it with the class of its cell, {@code REPL.$Cell7$Pair}.
 */
final class CellNames {
    private static final String PACKAGE = "REPL.$";

    /** Not made with the class: in a full heap that would leave a class which nobody can use any more. */
    private static volatile @Nullable Pattern name;

    private CellNames() {}

    private static Pattern name() {
        var known = name;
        if (known == null) {
            known =
                    Pattern.compile(
                            "REPL\\.\\$(?:Cell\\d+|Watch\\d+|JShell\\$[0-9A-Z_]+)[.$]([\\w$]*(?:/0x[0-9a-f]+)?)",
                            Pattern.UNICODE_CHARACTER_CLASS);
            name = known;
        }
        return known;
    }

    /** Returns a text without the classes of cells. */
    static String shown(String text) {
        return text.contains(PACKAGE)
                ? name().matcher(text).replaceAll(found -> written(found.group(1)))
                : text;
    }

    private static String written(String name) {
        if (name.contains("$Lambda")) {
            return "lambda";
        }
        return name.matches("(.*\\$)?\\d+")
                ? "anonymous class"
                : name.replaceAll("^\\d+", "").replaceAll("\\$\\d*", ".");
    }
}
