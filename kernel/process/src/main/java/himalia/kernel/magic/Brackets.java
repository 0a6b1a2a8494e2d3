package himalia.kernel.magic;

/** Finds where brackets close, strings and comments apart. */
final class Brackets {
    private Brackets() {}

    /** Returns the position of the bracket that closes the one at {@code open}, or -1. */
    static int close(String text, int open) {
        int depth = 0;
        int at = open;
        while (at < text.length()) {
            char c = text.charAt(at);
            int after = skipQuoted(text, at);
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

    /** Returns the position after the string, character or comment that begins at {@code at}; {@code at} if none does. */
    static int skipQuoted(String text, int at) {
        char c = text.charAt(at);
        if (text.startsWith("\"\"\"", at)) {
            int end = at + 3;
            while (end < text.length() && !text.startsWith("\"\"\"", end)) {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 3);
        }
        if (c == '"' || c == '\'') {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != c && text.charAt(end) != '\n') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            return Math.min(text.length(), end + 1);
        }
        if (text.startsWith("//", at)) {
            int end = text.indexOf('\n', at);
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*", at)) {
            int end = text.indexOf("*/", at + 2);
            return end < 0 ? text.length() : end + 2;
        }
        return at;
    }
}
