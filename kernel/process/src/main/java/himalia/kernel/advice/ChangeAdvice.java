package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.Optional;
import java.util.regex.Pattern;

/** A collection that changed while something was at work on it: what that was, the frames of the JDK say. */
final class ChangeAdvice {
    private static final Pattern REMEMBERS =
            Pattern.compile("computeIfAbsent|computeIfPresent|compute|merge");

    /** A set is gone through as the keys of a map are. */
    private static final Pattern OF_MAP = Pattern.compile("Map\\$\\w*(?:Entry|Value)");

    private ChangeAdvice() {}

    static String of(Thrown thrown) {
        for (var frame : thrown.frames()) {
            var type = frame.getClassName();
            var method = frame.getMethodName();
            if (type.startsWith(Cells.PACKAGE + ".")) {
                break;
            }
            if (REMEMBERS.matcher(method).matches()) {
                return byFunction(method);
            }
            if (type.contains("SubList")) {
                return "A subList shows a part of its list, until that list takes elements in or gives some away: new ArrayList<>(list.subList(1, 3)) is a copy of its own.";
            }
            if (type.contains("Map$")) {
                return OF_MAP.matcher(String.valueOf(thrown.frames())).find()
                        ? "A map must not take keys in or give some away while it is gone through: map.keySet().removeIf(key -> …) takes keys out, or go through a copy: new ArrayList<>(map.keySet())."
                        : "A set, or the keys of a map, must not change while they are gone through: set.removeIf(x -> …), map.keySet().removeIf(key -> …) take some out, or go through a copy: new ArrayList<>(set).";
            }
        }
        return "A collection must not change while it is gone through: list.removeIf(x -> …) takes elements out, or go through a copy: new ArrayList<>(list).";
    }

    /** Returns what to do where a map says that one of its functions changed it. */
    static Optional<String> recursive(Thrown thrown) {
        return thrown.frames().stream()
                .map(StackTraceElement::getMethodName)
                .filter(each -> REMEMBERS.matcher(each).matches())
                .findFirst()
                .map(ChangeAdvice::byFunction);
    }

    private static String byFunction(String method) {
        return "The function that "
                + method
                + " was given changes the map itself: ask map.get(key) first, reckon the value where that is null, and then map.put(key, value).";
    }
}
