package himalia.kernel.magic;

import himalia.kernel.cells.Lexer;
import java.util.regex.Pattern;

/**
 * Finds where what begins in a line ends.
 *
 * @param source the cell, or a part of it
 */
record LineEnds(String source) {
    /** What is shown instead of what a magic does. */
    private static final Pattern INSTEAD = Pattern.compile("--help|\\s--java(?![\\w-])");

    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z][\\w-]*=");

    /** Where the words of a magic end: at an unquoted semicolon, a closing parenthesis not its own, or the line's end. */
    int ofWords(int from) {
        return ofWords(from, true);
    }

    /** Where a command of the shell ends in a block: the same, but for a semicolon, which ends every word of a shell. */
    int ofCommand(int from) {
        return ofWords(from, false);
    }

    private int ofWords(int from, boolean options) {
        int open = 0;
        char quote = 0;
        for (int i = from; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\n') {
                return i;
            }
            if (c == '\\'
                    && quote != '\''
                    && i + 1 < source.length()
                    && source.charAt(i + 1) != '\n') {
                // As the words are read: it takes the next character as it is.
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '{' || c == '[') {
                open++;
            } else if (c == ')' || c == '}' || c == ']' && open > 0) {
                // A range of versions may end with another bracket than it began with: [1.0,2.0).
                open--;
                if (open < 0) {
                    return i;
                }
            } else if (c == ';' && open == 0 && !(options && isOptionValue(i))) {
                return i;
            }
        }
        return source.length();
    }

    /** Right behind the equals sign of an option a value stands: {@code --separator=;}. */
    private boolean isOptionValue(int at) {
        int begin = at;
        while (begin > 0 && !Character.isWhitespace(source.charAt(begin - 1))) {
            begin--;
        }
        return OPTION.matcher(source.substring(begin, at)).matches();
    }

    /** Whether nothing stands before it in its line. */
    boolean isFirst(int at) {
        return source.substring(source.lastIndexOf('\n', at - 1) + 1, at).isBlank();
    }

    /** Where the blanks end that begin here; the line does not. */
    int ofBlanks(int from) {
        int end = from;
        while (end < source.length() && (source.charAt(end) == ' ' || source.charAt(end) == '\t')) {
            end++;
        }
        return end;
    }

    /** Where the line ends, or the source. */
    int ofLine(int from) {
        int end = source.indexOf('\n', from);
        return end < 0 ? source.length() : end;
    }

    /** The end of the line, or of the line where the brackets opened in it have closed. */
    int ofStatement(int start) {
        int open = 0;
        int i = start;
        while (i < source.length()) {
            int after = Lexer.skip(source, i);
            if (after > i) {
                i = after;
                continue;
            }
            char c = source.charAt(i);
            if (c == '(' || c == '{' || c == '[') {
                open++;
            } else if (c == ')' || c == '}' || c == ']') {
                open--;
            } else if (c == '\n' && open <= 0) {
                return i;
            }
            i++;
        }
        return source.length();
    }

    /** Whether the line asks for what is shown instead of what its magic does. */
    boolean helpWanted(int from) {
        return INSTEAD.matcher(source.substring(from, ofLine(from))).find();
    }
}
