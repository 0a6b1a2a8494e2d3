package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A null that a method of the JDK was given, and takes none: what takes one. */
final class GivenNull {
    private GivenNull() {}

    static @Nullable String hint(Thrown thrown) {
        var frames =
                thrown.frames().stream()
                        .takeWhile(each -> !each.getClassName().startsWith(Cells.PACKAGE + "."))
                        .filter(each -> !each.getMethodName().equals("requireNonNull"))
                        .toList();
        if (frames.isEmpty()) {
            // requireNonNull was called by a line of the user's.
            return null;
        }
        var called = frames.get(frames.size() - 1);
        if (isElement(frames, called)) {
            return ofStream(thrown, frames);
        }
        var type = called.getClassName().replaceFirst(".*\\.", "");
        var method = called.getMethodName();
        if (method.equals("<init>") || method.contains("$")) {
            return "What is called here was given null, or something that holds null, and needs a value.";
        }
        var given = method + "(…) was given null, or something that holds null, and needs a value.";
        return switch (type + "." + method) {
            case "Optional.of" ->
                    "Optional.of(…) was given null, and needs a value: Optional.ofNullable(…) is empty then.";
            case "List.of", "List.copyOf" ->
                    "List." + given + " Arrays.asList(…) and new ArrayList<>() hold null too.";
            case "Set.of", "Set.copyOf" -> "Set." + given + " new HashSet<>() holds null too.";
            case "Map.of", "Map.ofEntries", "Map.entry", "Map.copyOf" ->
                    "Map." + given + " new HashMap<>() holds null too.";
            default ->
                    type.matches("ImmutableCollections.*")
                                    && method.matches("contains.*|indexOf|get.*|lastIndexOf")
                            ? given
                                    + " What List.of, Set.of and Map.of make holds no null, and is not asked for it."
                            : type.matches(
                                            "ArrayDeque|TreeMap|TreeSet|PriorityQueue|Concurrent\\w+")
                                    ? given + " " + type + " holds no null."
                                    : given;
        };
    }

    /** Whether a stream was under way, and was not itself given null where it was put together. */
    private static boolean isElement(List<StackTraceElement> frames, StackTraceElement called) {
        return called.getClassName().startsWith("java.util.stream.")
                && frames.size() > 1
                && !frames.get(0).getMethodName().startsWith("make");
    }

    private static String ofStream(Thrown thrown, List<StackTraceElement> frames) {
        boolean map =
                frames.stream()
                        .anyMatch(
                                each ->
                                        each.getMethodName()
                                                .matches(".*(?:uniqKeysMapAccumulator|toMap).*"));
        if (map) {
            return "toMap takes no value that is null: leave such elements out before it, by .filter(…), or fill a new HashMap<>() with put.";
        }
        return thrown.message().contains("null key")
                ? "groupingBy takes no key that is null: leave such elements out before it, by .filter(…), or give a key in its place."
                : "An element of the stream is null: .filter(Objects::nonNull) leaves such out.";
    }
}
