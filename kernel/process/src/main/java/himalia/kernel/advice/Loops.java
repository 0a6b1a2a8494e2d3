package himalia.kernel.advice;

import himalia.javac.Problem;
import himalia.kernel.cells.Cutter;
import java.util.regex.Pattern;

/** What a loop goes through, and a line that is never come to. */
final class Loops {
    private static final Pattern LOOP = Pattern.compile("\\b(?:while|for)\\s*\\z");

    private Loops() {}

    /** Returns how a value is gone through that a for does not. */
    static String goneThrough(String said, String written) {
        var value = written.matches("\\w+") ? written : "…";
        if (said.matches("(?s).*found:\\s+(?:[\\w.]*\\.)?\\w*Map(?:<.*)?")) {
            return "A map is gone through by its entries: for (var entry : %1$s.entrySet()) …; keySet() and values() are its halves."
                    .formatted(value.equals("…") ? "map" : value);
        }
        if (said.matches("(?s).*found:\\s+(?:java\\.lang\\.)?String\\s*")) {
            return "A text is gone through by its characters: for (char c : %s.toCharArray()) …"
                    .formatted(value.equals("…") ? "text" : value);
        }
        if (said.matches("(?s).*found:\\s+(?:[\\w.]*\\.)?\\w*Stream(?:<.*)?")) {
            return "A stream is gone through by forEach(x -> …), or as a list, by toList().";
        }
        return "A for with : goes through an array or a list. To count write for (int i = 0; i < n; i++).";
    }

    /** Whether what stands at a place is all that a loop repeats. */
    private static boolean isBody(String bare, int start) {
        int end = bare.substring(0, start).stripTrailing().length();
        return end > 0
                && Brackets.in(bare)
                        .opening(end - 1)
                        .filter(head -> LOOP.matcher(bare.substring(0, head)).find())
                        .isPresent();
    }

    /** Returns why a line is never come to. */
    static String unreachable(Problem problem, String source) {
        int start = problem.startIn(source);
        return isBody(Cutter.bare(source), start)
                ? "Its condition is false, and so it never runs."
                : "What stands before it never comes to an end here: look for a return, break, continue, throw or while (true).";
    }
}
