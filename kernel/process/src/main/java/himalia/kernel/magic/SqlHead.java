package himalia.kernel.magic;

import himalia.kernel.cells.Lexer;
import himalia.magics.spi.MagicDescription;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a cell of SQL begins: {@code %%sql}, or {@code var t = %%sql}.
 *
 * @param magic the magic that takes SQL
 * @param type the type of the variable, as it is written; empty where none is
 * @param into the variable that the result goes into, empty where it is shown
 * @param end where the magic's name ends in the cell
 */
record SqlHead(MagicDescription magic, String type, String into, int end) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?:final\\s+)?(?:([\\w.<>\\[\\]]+)\\s+)?(\\w+)\\s*=\\s*)?%%(\\w+)");

    /** Returns it where it begins at {@code start}. */
    static Optional<SqlHead> at(String source, int start, Magics magics) {
        var form = FORM.matcher(source).region(start, source.length());
        return form.lookingAt()
                ? magics.ofCell(form.group(3))
                        .filter(magic -> magic.kind() == MagicDescription.Kind.SQL_BODY)
                        .map(
                                magic ->
                                        new SqlHead(
                                                magic,
                                                text(form.group(1)),
                                                text(form.group(2)),
                                                form.end()))
                : Optional.empty();
    }

    private static String text(@Nullable String found) {
        return found == null ? "" : found;
    }

    /** Refuses a type that the result has not. */
    void checkType(int line) throws MagicSyntaxException {
        var whole = magic.returnType();
        var simple = whole.substring(whole.lastIndexOf('.') + 1);
        if (!List.of("", "var", simple, whole).contains(type)) {
            throw new MagicSyntaxException(
                    "what %%%%%1$s gives is of type %2$s, and no %3$s: write var %4$s = %%%%%1$s"
                            .formatted(magic.name(), simple, type, into),
                    line);
        }
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
