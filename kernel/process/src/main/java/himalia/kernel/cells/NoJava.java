package himalia.kernel.cells;

/** Lines of magics and of the shell, which are no Java: where half a cell is analysed as it stands, they are blanks. */
public final class NoJava {
    private NoJava() {}

    /**
     * Returns the code with blanks in their place, as long as it was; of the last line only the magic's name, behind which
     * Java may stand. A line that goes on with a statement, or stands in a text, is Java.
     */
    public static String blanked(String code) {
        var blanked = new StringBuilder(code);
        boolean ended = true;
        for (int at = 0; at < code.length(); ) {
            int after = Lexer.skip(code, at);
            if (after > at) {
                ended &= code.charAt(at) == '/';
                at = after;
                continue;
            }
            char c = code.charAt(at);
            if ((c == '%' && isMagic(code, at) || c == '!')
                    && begins(code, at)
                    && (ended || c == '%' && code.indexOf('\n', at) >= 0)) {
                int end = end(code, at);
                for (int i = at; i < end; i++) {
                    blanked.setCharAt(i, ' ');
                }
                at = end;
                continue;
            }
            ended = c == ';' || c == '{' || c == '}' || ended && Character.isWhitespace(c);
            at++;
        }
        return blanked.toString();
    }

    /** A remainder has a blank behind its sign, or stands in the line. */
    private static boolean isMagic(String code, int at) {
        int next = code.startsWith("%", at + 1) ? at + 2 : at + 1;
        return next < code.length() && Character.isLetter(code.charAt(next));
    }

    private static boolean begins(String code, int at) {
        return code.substring(code.lastIndexOf('\n', at) + 1, at).isBlank();
    }

    private static int end(String code, int at) {
        int end = code.indexOf('\n', at);
        if (end >= 0) {
            return end;
        }
        end = at + 1;
        while (code.charAt(at) == '%'
                && end < code.length()
                && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        return end;
    }
}
