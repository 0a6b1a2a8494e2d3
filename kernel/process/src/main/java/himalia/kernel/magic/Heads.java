package himalia.kernel.magic;

import himalia.kernel.cells.Cutter;
import java.util.regex.Pattern;

/** Heads of statements, {@code if (…)} and their like, that what follows is the body of. */
final class Heads {
    private static final Pattern WORD = Pattern.compile("(?s)(?:.*\\W)?(?:else|do)");
    private static final Pattern HEAD = Pattern.compile("(?s)(?:.*\\W)?(?:if|for|while)\\s*");

    private Heads() {}

    /** Returns whether code ends with a head: one {@code while} is the end of a {@code do}, and then none. */
    static boolean awaitBody(String code) {
        var bare = Cutter.bare(code).stripTrailing();
        if (!bare.endsWith(")")) {
            return WORD.matcher(bare).matches();
        }
        int depth = 0;
        for (int at = bare.length() - 1; at >= 0; at--) {
            depth += bare.charAt(at) == ')' ? 1 : bare.charAt(at) == '(' ? -1 : 0;
            if (depth == 0) {
                var before = bare.substring(0, at);
                return HEAD.matcher(before).matches() && !endsDo(before);
            }
        }
        return false;
    }

    private static boolean endsDo(String before) {
        var head = before.stripTrailing();
        return head.endsWith("while")
                && head.substring(0, head.length() - "while".length()).stripTrailing().endsWith("}")
                && Pattern.compile("\\bdo\\b").matcher(head).find();
    }
}
