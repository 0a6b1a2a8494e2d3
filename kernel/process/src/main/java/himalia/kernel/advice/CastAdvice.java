package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;
import himalia.kernel.java.Tracebacks;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A value that is of another class than is needed: because a line casts it, or because it cannot be put in an order. */
final class CastAdvice {
    private static final Pattern CAST =
            Pattern.compile("class (\\S+) cannot be cast to class (\\S+).*");
    private static final Pattern ORDER =
            Pattern.compile(
                    "java\\.util\\.(?:TreeMap|TimSort|ComparableTimSort|PriorityQueue|Arrays|Collections)\\b.*"
                            + "|java\\.util\\.concurrent\\.(?:ConcurrentSkipList|PriorityBlocking)\\w*.*");

    private static final Map<String, String> NUMBER =
            Map.of(
                    "Integer", "int",
                    "Long", "long",
                    "Double", "double",
                    "Float", "float",
                    "Short", "short",
                    "Byte", "byte");

    private CastAdvice() {}

    static @Nullable String of(Thrown thrown) {
        var types = CAST.matcher(thrown.message());
        if (!types.matches()) {
            return null;
        }
        var from = named(types.group(1));
        var to = named(types.group(2));
        if (from.equals(to)) {
            return "It is of the class as it was before its cell ran again: run the cell that made it again.";
        }
        var column = ColumnAdvice.of(types.group(1), types.group(2));
        if (column.isPresent()) {
            return column.get();
        }
        if (isOrdered(thrown)) {
            return to.equals("Comparable")
                    ? "%1$s has no order: let it implement Comparable<%1$s>, or say what to compare by, Comparator.comparing(x -> …)."
                            .formatted(from)
                    : "%s and %s cannot be put in one order: keep values of one type together."
                            .formatted(from, to);
        }
        if (!isOfUser(thrown)) {
            return "A value of type %s stands where %s is needed: look at what was put in."
                    .formatted(from, to);
        }
        if (from.equals("String") && (to.equals("Integer") || to.equals("Double"))) {
            return "A cast changes no value: "
                    + (to.equals("Integer") ? "Integer.parseInt(…)" : "Double.parseDouble(…)")
                    + " makes a number of a text.";
        }
        if (NUMBER.containsKey(from) && NUMBER.containsKey(to)) {
            return "A cast changes no object, and this one is of type %s: write ((Number) value).%sValue()."
                    .formatted(from, NUMBER.get(to));
        }
        return "A cast changes no value, and this one is of type "
                + from
                + ": ask before it, if (value instanceof "
                + to
                + ") …";
    }

    /** An array of objects is called [LName; by the JVM. */
    private static String named(String type) {
        return type.startsWith("[L")
                ? Tracebacks.simple(type.replace(";", "")) + "[]"
                : Tracebacks.simple(type);
    }

    private static boolean isOfUser(Thrown thrown) {
        return thrown.frames().isEmpty()
                || thrown.frames().get(0).getClassName().startsWith(Cells.PACKAGE + ".");
    }

    /** Whether it is the JDK that compares, before any line of the user's. */
    private static boolean isOrdered(Thrown thrown) {
        for (var frame : thrown.frames()) {
            // A compareTo of the user's takes its own class, and its cast has no line.
            boolean compares = frame.getMethodName().startsWith("compare");
            if (frame.getClassName().startsWith(Cells.PACKAGE + ".") && !compares) {
                return false;
            }
            if (ORDER.matcher(frame.getClassName()).matches()) {
                return true;
            }
        }
        return false;
    }
}
