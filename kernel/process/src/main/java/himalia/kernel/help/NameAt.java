package himalia.kernel.help;

import himalia.kernel.cells.Lexer;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * The name that the cursor stands in, after, or in whose argument list it is. Read backwards from the cursor, where the
 * code is half written: no lexer begins there.
 *
 * @param text the name, without what is before its dot
 * @param end where it ends
 */
record NameAt(String text, int end) {
    static Optional<NameAt> of(String code, int cursor) {
        int end = Math.min(cursor, code.length());
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int start = start(code, end);
        if (start == end && end > 0 && code.charAt(end - 1) == '(') {
            end--;
            start = start(code, end);
        }
        if (start == end || !Character.isJavaIdentifierStart(code.charAt(start))) {
            return Optional.empty();
        }
        boolean member =
                start > 0 && code.charAt(start - 1) == '.' || code.startsWith("::", start - 2);
        return member
                ? Optional.of(new NameAt("", end))
                : Optional.of(new NameAt(code.substring(start, end), end));
    }

    /** Returns the name before the parenthesis that is open at the end of the code, if that is one of arguments. */
    static Optional<NameAt> called(String code) {
        var open = new ArrayDeque<Integer>();
        for (int at = 0; at < code.length(); at++) {
            int after = Lexer.skip(code, at);
            if (after > at) {
                at = after - 1;
            } else if ("({[".indexOf(code.charAt(at)) >= 0) {
                open.push(at);
            } else if (")}]".indexOf(code.charAt(at)) >= 0) {
                open.poll();
            }
        }
        return open.isEmpty() || code.charAt(open.peek()) != '('
                ? Optional.empty()
                : of(code.substring(0, open.peek()), open.peek());
    }

    private static int start(String code, int end) {
        int start = end;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
