package himalia.worker;

import java.util.regex.Pattern;

/**
 * The names of what cells declare, as their user wrote them: a class that says nothing of itself, or the JVM in a message,
 * names it with the class of its cell, {@code REPL.$Cell7$Pair}.
 */
final class CellNames {
    private static final String PACKAGE = "REPL.$";

    private static final Pattern NAME =
            Pattern.compile(
                    "REPL\\.\\$(?:Cell\\d+|Watch\\d+|JShell\\$[0-9A-Z_]+)[.$]([\\w$]*(?:/0x[0-9a-f]+)?)",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private CellNames() {}

    /** Returns a text without the classes of cells. */
    static String shown(String text) {
        return text.contains(PACKAGE)
                ? NAME.matcher(text).replaceAll(found -> written(found.group(1)))
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
