package himalia.kernel.cells;

/** Finds the comment, text or character that half-written Java ends in; magics among it are {@link NoJava}. */
public final class OpenText {
    private OpenText() {}

    /** Returns where it begins, -1 where the code ends in none. */
    public static int in(String code) {
        int at = 0;
        while (at < code.length()) {
            int end = at + 1;
            if (Lexer.beginsComment(code, at)) {
                end = Lexer.endOfComment(code, at);
                // One of a line goes on until that ends.
                end = end == code.length() && code.startsWith("//", at) ? -1 - end : end;
            } else if (Lexer.beginsText(code, at)) {
                end = Lexer.endOfText(code, at);
            }
            if (end < 0 && Lexer.given(end) >= code.length()) {
                return at;
            }
            at = end < 0 ? Lexer.given(end) : end;
        }
        return -1;
    }
}
