package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was null: the JVM says it of the place where it happened, which may be inside the JDK and no line of the user's. */
final class NullAdvice {
    private static final Pattern NULL = Pattern.compile("because (.+) is null$");
    private static final Pattern COLLECTION =
            Pattern.compile(
                    "Cannot invoke \"java\\.util\\.\\w*(List|Set|Map|Collection|Deque|Queue)\\.");
    private static final Pattern NUMBER =
            Pattern.compile("Cannot invoke \"java\\.lang\\.(?:Integer|Long|Double)\\.");

    /** A number, or a truth value, that an object holds and a primitive type needs. */
    private static final Pattern VALUE =
            Pattern.compile("Cannot invoke \"java\\.lang\\.\\w+\\.\\w+Value\\(\\)");

    private static final String RESULT = "the return value of ";

    private NullAdvice() {}

    static @Nullable String of(Thrown thrown) {
        var said = thrown.message();
        var found = NULL.matcher(said);
        boolean told = found.find();
        if (!isOfUser(thrown)) {
            return told || said.isEmpty() || said.contains("null key")
                    ? GivenNull.hint(thrown)
                    : null;
        }
        if (!told) {
            return null;
        }
        var what = found.group(1).replace("\"", "");
        if (what.equals("null")) {
            return said.startsWith("Cannot throw")
                    ? "throw needs an exception: throw new RuntimeException(\"…\");"
                    : "null is no object, and has no methods.";
        }
        if (what.equals(RESULT + "java.lang.System.console()")) {
            return "A notebook has no console: ask with Input.read(\"Name: \"), or Input.password(\"Password: \").";
        }
        if (what.startsWith(RESULT)) {
            return what.substring(RESULT.length()).matches("java\\.util\\.\\w*Map\\.get\\(.*")
                    ? ofMap(said)
                    : "The method gave null: keep its value in a variable, and ask if (value != null) before it is used.";
        }
        if (what.endsWith(".$VALUES")) {
            return "The constants of an enum are not all there while one of them is made: ask for values() in a method, or in a static { … } below them.";
        }
        if (what.endsWith("]")) {
            return (what.startsWith("<") ? "An element" : what)
                    + " is null: an array of objects holds null until each place is given a value"
                    + (VALUE.matcher(said).find() ? "; one of int or double begins with 0." : ".");
        }
        return what.startsWith("<")
                ? "What is used here is null: give it a value before, or ask if (… != null)."
                : what + " is null: give it a value before, or ask if (" + what + " != null).";
    }

    private static boolean isOfUser(Thrown thrown) {
        return thrown.frames().isEmpty()
                || thrown.frames().get(0).getClassName().startsWith(Cells.PACKAGE + ".");
    }

    private static String ofMap(String said) {
        var kind = COLLECTION.matcher(said);
        if (kind.find()) {
            var made =
                    switch (kind.group(1)) {
                        case "Map" -> "HashMap";
                        case "Set" -> "HashSet";
                        case "Deque", "Queue" -> "ArrayDeque";
                        default -> "ArrayList";
                    };
            return "A map gives null for a key that it has not: map.computeIfAbsent(key, k -> new "
                    + made
                    + "<>()) puts an empty one there.";
        }
        if (said.contains("Boolean.booleanValue")) {
            return "A map gives null for a key that it has not: map.getOrDefault(key, false) gives a value of yours.";
        }
        return NUMBER.matcher(said).find()
                ? "A map gives null for a key that it has not: map.getOrDefault(key, 0) gives a value of yours."
                : "A map gives null for a key that it has not: ask map.containsKey(key) first, or give a value of yours by map.getOrDefault(key, …).";
    }
}
