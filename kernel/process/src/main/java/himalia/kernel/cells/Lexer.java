package himalia.kernel.cells;

/**
 * Where words, numbers, texts and comments of Java end. It knows no grammar and reads code that is wrong or half written
 * too: what does not end is said so, and each who asks goes on as it needs.
 */
public final class Lexer {
    private static final String TEXT_BLOCK = "\"\"\"";

    private static final int ASCII = 128;

    /** What Java says of the first characters: asked of each one of a cell, a dozen times. */
    private static final boolean[] BEGINS = new boolean[ASCII];

    private static final boolean[] GOES_ON = new boolean[ASCII];

    static {
        for (int c = 0; c < ASCII; c++) {
            BEGINS[c] = Character.isJavaIdentifierStart(c);
            GOES_ON[c] = Character.isJavaIdentifierPart(c);
        }
    }

    private Lexer() {}

    /**
     * Returns the position after the text, character or comment that begins at {@code at}, {@code at} if none does. A text
     * that does not end in its line ends with that, a text block or comment that does not end with the source.
     */
    public static int skip(String source, int at) {
        int end =
                beginsComment(source, at)
                        ? endOfComment(source, at)
                        : beginsText(source, at) ? endOfText(source, at) : at;
        return end < 0 ? given(end) : end;
    }

    static boolean beginsWord(String source, int at) {
        char c = source.charAt(at);
        return c < ASCII ? BEGINS[c] : Character.isJavaIdentifierStart(source.codePointAt(at));
    }

    static int endOfWord(String source, int at) {
        int end = at;
        while (end < source.length()) {
            char c = source.charAt(end);
            int point = c < ASCII ? c : source.codePointAt(end);
            if (!(c < ASCII ? GOES_ON[c] : Character.isJavaIdentifierPart(point))) {
                return end;
            }
            end += Character.charCount(point);
        }
        return end;
    }

    static int endOfNumber(String source, int at) {
        int end = at;
        while (end < source.length()) {
            char c = source.charAt(end);
            boolean fraction =
                    c == '.'
                            && end + 1 < source.length()
                            && Character.isDigit(source.charAt(end + 1));
            if (!Character.isLetterOrDigit(c) && c != '_' && !fraction) {
                break;
            }
            end++;
        }
        return end;
    }

    static boolean beginsText(String source, int at) {
        return source.charAt(at) == '"' || source.charAt(at) == '\'';
    }

    /** Returns where a text or character ends; below zero where it does not: {@link #given} says where it was given up. */
    static int endOfText(String source, int at) {
        if (source.startsWith(TEXT_BLOCK, at)) {
            int end = at + TEXT_BLOCK.length();
            while (end < source.length() && !source.startsWith(TEXT_BLOCK, end)) {
                end += source.charAt(end) == '\\' ? 2 : 1;
            }
            return end < source.length() ? end + TEXT_BLOCK.length() : -1 - source.length();
        }
        char quote = source.charAt(at);
        int end = at + 1;
        while (end < source.length()) {
            char c = source.charAt(end);
            if (c == quote) {
                return end + 1;
            }
            if (c == '\n') {
                return -1 - (end + 1);
            }
            boolean escapes =
                    c == '\\' && end + 1 < source.length() && source.charAt(end + 1) != '\n';
            end += escapes ? 2 : 1;
        }
        return -1 - source.length();
    }

    static boolean beginsComment(String source, int at) {
        return source.startsWith("//", at) || source.startsWith("/*", at);
    }

    /** Returns where a comment ends, one of a line before the line does; below zero where it does not end. */
    static int endOfComment(String source, int at) {
        if (source.startsWith("//", at)) {
            int line = source.indexOf('\n', at);
            return line < 0 ? source.length() : line;
        }
        int end = source.indexOf("*/", at + 2);
        return end < 0 ? -1 - source.length() : end + 2;
    }

    /** Returns where something was given up that does not end. */
    static int given(int end) {
        return -1 - end;
    }
}
