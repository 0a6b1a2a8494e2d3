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
            char c = source.charAt(at);
            int end;
            if (Character.isWhitespace(c)) {
                at++;
                continue;
            }
            if (source.startsWith("//", at)) {
                int line = source.indexOf('\n', at);
                at = line < 0 ? source.length() : line + 1;
                continue;
            }
            if (source.startsWith("/*", at)) {
                end = source.indexOf("*/", at + 2);
                if (end < 0) {
                    tokens.add(new Token(source.substring(at), at, Kind.OPEN));
                } else if (source.startsWith("/**", at) && end > at + 2) {
                    tokens.add(new Token(source.substring(at, end + 2), at, Kind.DOC));
                }
                at = end < 0 ? source.length() : end + 2;
                continue;
            }
            Kind kind;
            if (Character.isJavaIdentifierStart(source.codePointAt(at))) {
                end = endOfWord(source, at);
                kind = Kind.WORD;
            } else if (Character.isDigit(c)) {
                end = endOfNumber(source, at);
                kind = Kind.LITERAL;
            } else if (c == '"' || c == '\'') {
                end = endOfText(source, at);
                kind = end < 0 ? Kind.OPEN : Kind.LITERAL;
                end = end < 0 ? source.length() : end;
            } else {
                end = at + lengthOfSymbol(source, at);
                kind = Kind.SYMBOL;
            }
            tokens.add(new Token(source.substring(at, end), at, kind));
            at = end;
        }
        return tokens;
    }

    private static int endOfWord(String source, int at) {
        int end = at;
        while (end < source.length() && Character.isJavaIdentifierPart(source.codePointAt(end))) {
            end += Character.charCount(source.codePointAt(end));
        }
        return end;
    }

    private static int endOfNumber(String source, int at) {
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

    /** Returns where a text or character ends, -1 where it does not. */
    private static int endOfText(String source, int at) {
        if (source.startsWith("\"\"\"", at)) {
            int end = at + 3;
            while (end < source.length() && !source.startsWith("\"\"\"", end)) {
                end += source.charAt(end) == '\\' ? 2 : 1;
            }
            return end < source.length() ? end + 3 : -1;
        }
        char quote = source.charAt(at);
        for (int end = at + 1; end < source.length(); end++) {
            char c = source.charAt(end);
            if (c == '\\') {
                end++;
            } else if (c == quote) {
                return end + 1;
            } else if (c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static int lengthOfSymbol(String source, int at) {
        for (var symbol : LONG_SYMBOLS) {
            if (source.startsWith(symbol, at)) {
                return symbol.length();
            }
        }
        return 1;
    }
}
