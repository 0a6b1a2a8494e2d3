package himalia.kernel.cells;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a literal or a symbol of Java; comments and blanks are none.
 *
 * @param text as written
 * @param start where it begins
 * @param kind what it is
 */
record Token(String text, int start, Kind kind) {
    /** What a token is. */
    enum Kind {
        WORD,
        LITERAL,
        SYMBOL,
        /** A comment that documents what follows. */
        DOC,
        /** A text, character or comment that does not end. */
        OPEN
    }

    private static final List<String> LONG_SYMBOLS =
            List.of("->", "::", "==", "!=", "<=", ">=", "++", "--", "...");

    /** What those begin with: most symbols of a cell are brackets and semicolons. */
    private static final String LONG_BEGIN = "-:=!<>+.";

    boolean is(String other) {
        return text.equals(other) && kind != Kind.LITERAL;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    int end() {
        return start + text.length();
    }

    /** Returns the words, literals and symbols. */
    static List<Token> of(String source) {
        return withDocs(source).stream().filter(token -> token.kind() != Kind.DOC).toList();
    }

    /** Returns the texts of the same. */
    static List<String> texts(String source) {
        return of(source).stream().map(Token::text).toList();
    }

    /** Returns whether two sources say the same: blanks and comments say nothing. */
    static boolean sameTexts(String one, String other) {
        return one.equals(other) || texts(one).equals(texts(other));
    }

    /** Returns the words, literals and symbols, and the comments that document. */
    static List<Token> withDocs(String source) {
        var tokens = new ArrayList<Token>();
        int at = 0;
        while (at < source.length()) {
            if (Character.isWhitespace(source.charAt(at))) {
                at++;
                continue;
            }
            if (Lexer.beginsComment(source, at)) {
                int end = Lexer.endOfComment(source, at);
                if (end < 0) {
                    tokens.add(new Token(source.substring(at), at, Kind.OPEN));
                } else if (source.startsWith("/**", at) && end > at + 4) {
                    tokens.add(new Token(source.substring(at, end), at, Kind.DOC));
                }
                at = end < 0 ? source.length() : end;
                continue;
            }
            var token = at(source, at);
            tokens.add(token);
            at = token.end();
        }
        return tokens;
    }

    private static Token at(String source, int at) {
        if (Lexer.beginsWord(source, at)) {
            return of(source, at, Lexer.endOfWord(source, at), Kind.WORD);
        }
        if (Character.isDigit(source.charAt(at))) {
            return of(source, at, Lexer.endOfNumber(source, at), Kind.LITERAL);
        }
        if (Lexer.beginsText(source, at)) {
            int end = Lexer.endOfText(source, at);
            return end < 0
                    ? of(source, at, source.length(), Kind.OPEN)
                    : of(source, at, end, Kind.LITERAL);
        }
        return of(source, at, at + lengthOfSymbol(source, at), Kind.SYMBOL);
    }

    private static Token of(String source, int start, int end, Kind kind) {
        return new Token(source.substring(start, end), start, kind);
    }

    private static int lengthOfSymbol(String source, int at) {
        if (LONG_BEGIN.indexOf(source.charAt(at)) < 0) {
            return 1;
        }
        for (var symbol : LONG_SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                return symbol.length();
            }
        }
        return 1;
    }
}
