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
        return Into.of(magic, given.options()).line(arguments(given), last);
    }

    /** Returns the Java of a value. */
    String value() throws MagicSyntaxException {
        var given = read();
        return JavaCall.cast(magic) + JavaCall.DOOR + "cell" + arguments(given) + ";";
    }

    private String arguments(CodeLine given) throws MagicSyntaxException {
        return SqlCell.arguments(new SqlHead(magic, "", "", 0), given.options(), body(given));
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
