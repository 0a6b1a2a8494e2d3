package himalia.kernel.magic;

import himalia.magics.spi.MagicDescription;
import java.util.function.Predicate;

/**
 * {@code %sql select …}: SQL to the end of its line, as a statement or as the value of a variable.
 *
 * @param magic the magic that takes SQL
 * @param given what stands behind its name
 * @param variable whether the notebook has a variable of a name
 * @param line its number
 */
record SqlLine(MagicDescription magic, String given, Predicate<String> variable, int line) {
    /** Returns whether one can begin here: as a statement, or behind {@code var t =}. */
    static boolean isOne(MagicDescription magic, boolean alone, CodeAbove above) {
        return magic.kind() == MagicDescription.Kind.SQL_BODY && (alone || above.isAssigned());
    }

    /** Returns the Java of a line of its own; {@code last} says that its result is the cell's. */
    String statement(boolean last) throws MagicSyntaxException {
        var given = read();
        var parts = SqlCell.parts(new SqlHead(magic, "", "", 0), given.options(), body(given));
        return parts.size() > 1 || last
                ? String.join(" ", parts)
                : JavaCall.DOOR + "told(" + parts.get(0).replaceFirst("shownCell", "cell") + ");";
    }

    /** Returns the Java of a value. */
    String value() throws MagicSyntaxException {
        var given = read();
        return "%s%scell(%s, %s%s);"
                .formatted(
                        JavaCall.cast(magic),
                        JavaCall.DOOR,
                        JavaCall.literal(magic.name()),
                        body(given),
                        JavaCall.arguments(magic, given.options()));
    }

    private CodeLine read() throws MagicSyntaxException {
        var read = CodeLine.of(magic, given, line);
        if (read.code().isBlank()) {
            throw new MagicSyntaxException(
                    "%%%s needs a query: write it behind, or below %%%%%1$s as the first line of a cell"
                            .formatted(magic.name()),
                    line);
        }
        return read;
    }

    private String body(CodeLine read) throws MagicSyntaxException {
        var sql = read.code().strip();
        var cell =
                new SqlCell(
                        sql.endsWith(";") ? sql.substring(0, sql.length() - 1) : sql,
                        variable,
                        line);
        cell.refuseOptions(magic, sql);
        return cell.java();
    }
}
