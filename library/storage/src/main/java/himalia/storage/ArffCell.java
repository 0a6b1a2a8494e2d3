package himalia.storage;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of an ARFF file.
 *
 * @param text without its quotes
 * @param quoted whether it had some
 */
record ArffCell(String text, boolean quoted) {
    /** Where a word was read, and what stands behind it. */
    record Read(ArffCell cell, int next) {}

    /** What stands for a value that is not there. */
    boolean isMissing() {
        return !quoted && text.equals("?");
    }

    /** Returns the words of a line of values, which commas part; where there are none, tabs or spaces. */
    static List<ArffCell> line(String line, TextLines lines) throws BadFile {
        char separator = line.indexOf(',') >= 0 ? ',' : line.indexOf('\t') >= 0 ? '\t' : ' ';
        var cells = new ArrayList<ArffCell>();
        int at = 0;
        while (true) {
            var read = read(line, at, separator, lines);
            cells.add(read.cell());
            at = read.next();
            if (at >= line.length()) {
                return cells;
            }
            at = separator == ' ' ? at : at + 1;
        }
    }

    /** Reads a word up to a separator, which is the next character then; a space means several. */
    static Read read(String line, int from, char separator, TextLines lines) throws BadFile {
        int at = behindSpace(line, from, separator);
        boolean quoted = at < line.length() && "'\"".indexOf(line.charAt(at)) >= 0;
        if (!quoted) {
            int end = separator == ' ' ? space(line, at) : line.indexOf(separator, at);
            end = end < 0 ? line.length() : end;
            return new Read(
                    new ArffCell(line.substring(at, end).strip(), false),
                    separator == ' ' ? behindSpace(line, end, separator) : end);
        }
        var text = new StringBuilder();
        int end = behindQuote(line, at, text, lines);
        int next = behindSpace(line, end, separator);
        boolean isAlone =
                next >= line.length()
                        || (separator == ' ' ? next > end : line.charAt(next) == separator);
        if (!isAlone) {
            throw lines.refused(
                    "behind the quote that closes a value stands %s"
                            .formatted(line.substring(next)));
        }
        return new Read(new ArffCell(text.toString(), true), next);
    }

    private static int behindQuote(String line, int at, StringBuilder text, TextLines lines)
            throws BadFile {
        char quote = line.charAt(at);
        for (int i = at + 1; i < line.length(); i++) {
            char next = line.charAt(i);
            if (next == quote) {
                return i + 1;
            }
            if (next == '\\' && i + 1 < line.length()) {
                i = escaped(line, i + 1, text);
            } else {
                text.append(next);
            }
        }
        throw lines.refused("the quote that opens here is never closed: " + line.substring(at));
    }

    /** Appends what stands behind a backslash, and returns where it ends. */
    private static int escaped(String line, int at, StringBuilder text) {
        char next = line.charAt(at);
        if (next == 'u' && line.substring(at).matches("(?s)u[0-9a-fA-F]{4}.*")) {
            text.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
            return at + 4;
        }
        text.append(
                switch (next) {
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> next;
                });
        return at;
    }

    private static int space(String line, int from) {
        int at = from;
        while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int behindSpace(String line, int from, char separator) {
        int at = from;
        while (at < line.length()
                && Character.isWhitespace(line.charAt(at))
                && (separator == ' ' || line.charAt(at) != separator)) {
            at++;
        }
        return at;
    }
}
