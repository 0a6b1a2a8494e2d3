package himalia.kernel.magic;

import himalia.kernel.cells.Lexer;

/**
 * Finds where brackets close, strings and comments apart. The code may hold magics and need not be whole, so that it is
 * counted and not parsed.
 */
final class Brackets {
    private Brackets() {}

    /** Returns whether as many close as open. */
    static boolean closeAll(String text) {
        return close("(" + text + ")", 0) == text.length() + 1;
    }

    /** Returns the position of the bracket that closes the one at {@code open}, or -1. */
    static int close(String text, int open) {
        int depth = 0;
        int at = open;
        while (at < text.length()) {
            char c = text.charAt(at);
            int after = Lexer.skip(text, at);
            if (after > at) {
                at = after;
                continue;
            }
            if (c == '{' || c == '(' || c == '[') {
                depth++;
            } else if (c == '}' || c == ')' || c == ']') {
                depth--;
                if (depth == 0) {
                    return at;
                }
            }
            at++;
        }
        return -1;
    }
}
