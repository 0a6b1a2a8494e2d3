package himalia.kernel.advice;

import himalia.kernel.cells.Cells;
import himalia.kernel.java.SnippetRunner.Thrown;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place that an array, a text or a list has not. */
final class PlacesAdvice {
    // So many digits a long has always.
    private static final Pattern INDEX =
            Pattern.compile(
                    "[Ii]ndex:? (-?\\d{1,18})(?: out of bounds for length|,? [Ss]ize:|,\\s*length) (\\d{1,18})\\b");
    private static final Pattern RANGE =
            Pattern.compile(
                    "(?:Range \\[(-?\\d{1,18}), (-?\\d{1,18})\\)|begin (-?\\d{1,18}), end (-?\\d{1,18}),?) .*?\\b(\\d{1,18})$");
    private static final Pattern OUTSIDE = Pattern.compile("(?:from|to)Index = -?\\d+");
    private static final Pattern TURNED =
            Pattern.compile("fromIndex\\(\\d+\\) > toIndex\\(\\d+\\)|\\d+ > \\d+");

    private PlacesAdvice() {}

    static @Nullable String of(Thrown thrown) {
        if (thrown.className().contains(".ArrayIndex")
                && called(thrown).matches("add|addAll|put|forEach|run|exec")
                && of(thrown, "java.util.ArrayList")) {
            return "Several threads changed the list at once: let the stream make it, by toList(), or take a Collections.synchronizedList(…).";
        }
        var hint = of(thrown.message(), thrown);
        return hint != null && called(thrown).equals("remove") && of(thrown, "List")
                ? hint
                        + " remove(3) takes out what stands at place 3, remove(Integer.valueOf(3)) the number 3."
                : hint;
    }

    /** Returns what to do about a stretch that ends before it begins, where that is what a message says. */
    static @Nullable String turned(Thrown thrown) {
        return TURNED.matcher(thrown.message()).matches()
                        && called(thrown).matches("subList|copyOfRange|substring|subSequence")
                ? "It ends before it begins: the smaller place stands first, and both are places, no lengths."
                : null;
    }

    private static @Nullable String of(String said, Thrown thrown) {
        var index = INDEX.matcher(said);
        if (index.find()) {
            return of(Long.parseLong(index.group(1)), Long.parseLong(index.group(2)), thrown);
        }
        if (said.contains("String index out of range")) {
            return said.endsWith(": -1") ? below(thrown) : counted("text.length() - 1");
        }
        if (OUTSIDE.matcher(said).matches()) {
            return "Places are counted from 0, the end is not part of it, and may be list.size() at most.";
        }
        var range = RANGE.matcher(said);
        if (!range.find()) {
            return null;
        }
        long begin = Long.parseLong(first(range.group(1), range.group(3)));
        long end = Long.parseLong(first(range.group(2), range.group(4)));
        long length = Long.parseLong(range.group(5));
        return stretch(begin, end, length);
    }

    private static String stretch(long begin, long end, long length) {
        if (begin < 0) {
            return "Places are counted from 0: the last two characters are text.substring(text.length() - 2).";
        }
        if (end < 0) {
            return "Places are counted from 0: all but the last character is text.substring(0, text.length() - 1).";
        }
        if (begin > end && end < length) {
            return "It ends before it begins: the smaller place stands first, and both are places, no lengths.";
        }
        return begin > length
                ? "Places are counted from 0, and the begin may be " + length + " at most."
                : "Places are counted from 0, the end is not part of it, and may be "
                        + length
                        + " at most.";
    }

    private static String of(long index, long length, Thrown thrown) {
        if (length == 0) {
            return "It is empty: there is no place in it yet"
                    + (called(thrown).matches("set|add") && of(thrown, "List")
                            ? "; add(value) puts one at its end."
                            : ".");
        }
        return index < 0
                ? below(thrown)
                : "Places are counted from 0: with %d the last one is %d."
                        .formatted(length, length - 1);
    }

    /** Python counts so from the end; and what is not found is at -1. */
    private static String below(Thrown thrown) {
        return counted(
                        thrown.className().startsWith("java.lang.Array") && called(thrown).isEmpty()
                                ? "array[array.length - 1]"
                                : of(thrown, "List")
                                        ? "list.get(list.size() - 1)"
                                        : "text.charAt(text.length() - 1)")
                + " What indexOf does not find is at -1.";
    }

    private static String counted(String last) {
        return "Places are counted from 0: the last one is " + last + ".";
    }

    /** The method of the JDK that the user called, empty for none. */
    private static String called(Thrown thrown) {
        var called = "";
        for (var frame : thrown.frames()) {
            if (frame.getClassName().startsWith(Cells.PACKAGE + ".")) {
                break;
            }
            called = frame.getMethodName();
        }
        return called;
    }

    private static boolean of(Thrown thrown, String type) {
        return thrown.frames().stream()
                .takeWhile(frame -> !frame.getClassName().startsWith(Cells.PACKAGE + "."))
                .anyMatch(frame -> frame.getClassName().contains(type));
    }

    private static String first(@Nullable String one, String other) {
        return one == null ? other : one;
    }
}
