package himalia.kernel.advice;

import himalia.kernel.java.SnippetRunner.Thrown;
import org.jspecify.annotations.Nullable;

/** A collection that does not change: which copy of it does. */
final class FixedAdvice {
    /** Frames of the JDK that say what was asked. */
    private static final int NEAR = 4;

    private static final String MADE =
            "What List.of, Set.of, Map.of, copyOf, toList() and Collections.unmodifiable… make cannot be changed: ";

    private FixedAdvice() {}

    static @Nullable String of(Thrown thrown) {
        var frames = thrown.frames().stream().limit(NEAR).toList();
        for (var frame : frames) {
            var type = frame.getClassName().replaceFirst("^java\\.util\\.", "");
            var method = frame.getMethodName();
            if (type.equals("KeyValueHolder")
                    || type.startsWith("Collections$Unmodifiable") && type.endsWith("Entry")) {
                return "An entry of such a map keeps its value: put(key, value) on a copy changes it, new HashMap<>(map).";
            }
            if (type.matches(
                            "ImmutableCollections\\$.*|Collections\\$(Unmodifiable|Empty|Singleton).*")
                    && !method.equals("uoe")) {
                return MADE + copy(type);
            }
            if (type.equals("AbstractMap") && method.equals("put")) {
                return MADE + copy("Map");
            }
            if (type.equals("AbstractCollection") && method.equals("add")) {
                return "keySet(), values() and entrySet() show what a map holds, and take nothing in: map.put(key, value) does.";
            }
            if (type.equals("AbstractList")) {
                return "A list made by Arrays.asList, Collections.emptyList or nCopies keeps its length: new ArrayList<>(list) is a copy that grows.";
            }
            if (type.equals("Iterator") && method.equals("remove")) {
                return "What this goes through keeps its length: go through a copy, new ArrayList<>(list), or keep what remains by stream().filter(…).toList().";
            }
        }
        return null;
    }

    private static String copy(String type) {
        if (type.contains("Map")) {
            return "new HashMap<>(map) is a copy that can.";
        }
        if (type.contains("Set")) {
            return "new HashSet<>(set) is a copy that can.";
        }
        return type.contains("List")
                ? "new ArrayList<>(list) is a copy that can."
                : "new ArrayList<>(list) is a copy of a list that can, new HashSet<>(set) one of a set.";
    }
}
