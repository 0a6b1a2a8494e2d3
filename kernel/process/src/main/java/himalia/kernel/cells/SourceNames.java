package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * The names in a piece of Java source, without those in strings and comments. Not a parser: it is asked before every
 * cell which names might need an import, and must cost nothing.
 */
public final class SourceNames {
    private final String source;
    private int at;

    private SourceNames(String source) {
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
        return new SourceNames(source).read();
    }

    private List<Word> read() {
        var words = new ArrayList<Word>();
        String before = "";
        char last = ' ';
        while (at < source.length()) {
            char c = source.charAt(at);
            if (Lexer.beginsWord(source, at)) {
                int start = at;
                var text = dotted();
                words.add(new Word(text, start, last == '.', next() == '(', before));
                before = text;
                last = 'a';
            } else if (Lexer.beginsText(source, at)) {
                at = Lexer.skip(source, at);
                before = "";
                last = c;
            } else if (Lexer.beginsComment(source, at)) {
                at = Lexer.skip(source, at);
            } else if (Character.isDigit(c)) {
                at = Lexer.endOfNumber(source, at);
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
            at = Lexer.endOfWord(source, at);
            text.append(source, start, at);
            if (at + 1 < source.length()
                    && source.charAt(at) == '.'
                    && Lexer.beginsWord(source, at + 1)) {
                text.append('.');
                at++;
            } else {
                return text.toString();
            }
        }
    }

    private char next() {
        int i = at;
        while (i < source.length() && Character.isWhitespace(source.charAt(i))) {
            i++;
        }
        return i < source.length() ? source.charAt(i) : ' ';
    }
}
