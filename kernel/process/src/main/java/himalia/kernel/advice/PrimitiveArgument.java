package himalia.kernel.advice;

import himalia.javac.Problem;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A primitive type where only objects stand: in the {@code < >} of a list, say. */
final class PrimitiveArgument {
    private static final Map<String, String> OBJECTS =
            Map.of(
                    "int", "Integer",
                    "double", "Double",
                    "boolean", "Boolean",
                    "char", "Character",
                    "long", "Long",
                    "float", "Float",
                    "byte", "Byte",
                    "short", "Short");

    private static final Pattern FOUND = Pattern.compile("found:\\s+(\\w+)");
    private static final Pattern IN_BRACKETS =
            Pattern.compile("<\\s*(?:[^;(){}]*,\\s*)?(?:\\?\\s*(?:extends|super)\\s+)?\\z");

    private PrimitiveArgument() {}

    static @Nullable String hint(String said, Problem problem, String source) {
        int start = problem.startIn(source);
        var found = FOUND.matcher(said);
        var object = found.find() ? OBJECTS.get(found.group(1)) : null;
        return object == null || !IN_BRACKETS.matcher(source.substring(0, start)).find()
                ? null
                : "In < > stand objects: write " + object + " in place of " + found.group(1) + ".";
    }
}
