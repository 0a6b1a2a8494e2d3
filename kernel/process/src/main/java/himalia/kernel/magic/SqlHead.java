package himalia.kernel.magic;

import himalia.kernel.cells.Lexer;
import himalia.magics.spi.MagicDescription;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a cell of SQL begins: {@code %%sql}, or {@code var t = %%sql}.
 *
 * @param magic the magic that takes SQL
 * @param into the variable that the result goes into, empty where it is shown
 * @param end where the magic's name ends in the cell
 */
record SqlHead(MagicDescription magic, String into, int end) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?:(?:var|Table)[ \\t]+)?(\\w+)[ \\t]*=[ \\t]*)?%%(\\w+)");

    /** Returns it where it begins at {@code start}. */
    static Optional<SqlHead> at(String source, int start, Magics magics) {
        var form = FORM.matcher(source).region(start, source.length());
        return form.lookingAt()
                ? magics.ofCell(form.group(2))
                        .filter(magic -> magic.kind() == MagicDescription.Kind.SQL_BODY)
                        .map(magic -> new SqlHead(magic, into(form.group(1)), form.end()))
                : Optional.empty();
    }

    private static String into(String name) {
        return name == null ? "" : name;
    }

    /** Returns it where nothing but comments and magics around the cell stand above. */
    static Optional<SqlHead> in(String source, Magics magics) {
        int at = 0;
        while (at < source.length()) {
            int code = beginOfCode(source, at);
            var found = at(source, code, magics);
            if (found.isPresent() || !source.startsWith("%%", code)) {
                return found;
            }
            int end = source.indexOf('\n', code);
            at = end < 0 ? source.length() : end;
        }
        return Optional.empty();
    }

    /** Returns where something stands that is no comment. */
    static int beginOfCode(String source, int from) {
        int start = from;
        while (start < source.length()
                && (Character.isWhitespace(source.charAt(start)) || source.charAt(start) == '/')) {
            int after = Lexer.skip(source, start);
            if (after == start && source.charAt(start) == '/') {
                break;
            }
            start = Math.max(after, start + 1);
        }
        return start;
    }
}
