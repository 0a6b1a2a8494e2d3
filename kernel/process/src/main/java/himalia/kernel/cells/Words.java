package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * The names in a piece of Java source, without those in strings and comments. Not a parser: it is asked before every
 * cell which names might need an import, and must cost nothing.
 */
public final class Words {
    private final String source;
    private int at;

    private Words(String source) {
        this.source = source;
    }

    /**
     * One name, dotted where it was written so.
     *
     * @param text such as {@code List} or {@code java.util.List}
     * @param start where it begins
     * @param afterDot whether a dot stands before it, as in {@code f().size}
     * @param called whether a parenthesis follows
     * @param before the word before it, empty where something else stands there
     */
    public record Word(String text, int start, boolean afterDot, boolean called, String before) {}

    /** Returns the names in the order in which they stand. */
    public static List<Word> of(String source) {
        return new Words(source).read();
    }

    private List<Word> read() {
        var words = new ArrayList<Word>();
        String before = "";
        char last = ' ';
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
                int start = at;
                var text = dotted();
                words.add(new Word(text, start, last == '.', next() == '(', before));
                before = text;
                last = 'a';
            } else if (c == '"' || c == '\'') {
                skipQuoted(c);
                before = "";
                last = c;
            } else if (c == '/' && (peek(1) == '/' || peek(1) == '*')) {
                skipComment();
            } else if (Character.isDigit(c)) {
                skipNumber();
                before = "";
                last = '0';
            } else {
                if (!Character.isWhitespace(c)) {
                    before = "";
                    last = c;
                }
                at++;
            }
        }
        return words;
    }

    private String dotted() {
        var text = new StringBuilder();
        while (true) {
            int start = at;
            while (at < source.length() && Character.isJavaIdentifierPart(source.codePointAt(at))) {
                at += Character.charCount(source.codePointAt(at));
            }
            text.append(source, start, at);
            if (peek(0) == '.'
                    && at + 1 < source.length()
                    && Character.isJavaIdentifierStart(source.codePointAt(at + 1))) {
                text.append('.');
                at++;
            } else {
                return text.toString();
            }
        }
    }

    private void skipQuoted(char quote) {
        if (source.startsWith("\"\"\"", at)) {
            int end = source.indexOf("\"\"\"", at + 3);
            at = end < 0 ? source.length() : end + 3;
            return;
        }
        at++;
        while (at < source.length() && source.charAt(at) != quote && source.charAt(at) != '\n') {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void skipComment() {
        var end = peek(1) == '/' ? "\n" : "*/";
        int found = source.indexOf(end, at + 2);
        at = found < 0 ? source.length() : found + end.length();
    }

    private void skipNumber() {
        while (at < source.length()
                && (Character.isLetterOrDigit(peek(0))
                        || peek(0) == '_'
                        || peek(0) == '.' && Character.isDigit(peek(1)))) {
            at++;
        }
    }

    private char next() {
        int i = at;
        while (i < source.length() && Character.isWhitespace(source.charAt(i))) {
            i++;
        }
        return i < source.length() ? source.charAt(i) : ' ';
    }

    private char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : ' ';
    }
}
