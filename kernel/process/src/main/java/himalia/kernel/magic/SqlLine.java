package himalia.kernel.magic;

import himalia.kernel.cells.Entry;
import himalia.kernel.cells.LocalNames;
import himalia.magics.spi.MagicDescription;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code %sql select …}: SQL to the end of its line, as a statement or as the value of a variable.
 *
 * @param magic the magic that takes SQL
 * @param given what stands behind its name
 * @param above what stands above it in the cell
 * @param variable whether the notebook has a variable of a name
 * @param line its number
 */
record SqlLine(
        MagicDescription magic, String given, String above, Predicate<String> variable, int line) {
    private static final String READ =
            "(?i:\\b(?:from|join))\\s+(?:[\\w\"]+\\s*,\\s*)*\"?%s\"?(?![\\w(.])";

    /** Returns whether one can begin here: as a statement, or behind {@code var t =}. */
    static boolean isOne(MagicDescription magic, boolean alone, CodeAbove above) {
        return magic.kind() == MagicDescription.Kind.SQL_BODY && (alone || isValue(above));
    }

    /** Returns whether it is what a variable is given, a new one or one that is there. */
    static boolean isValue(CodeAbove above) {
        return above.isAssigned() || above.isGivenAnew();
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
                        variable.or(ofCell(sql)::contains),
                        line);
        cell.refuseOptions(magic, sql);
        return cell.java();
    }

    /** The variables that the cell declares above, and the query names where a table stands: others may have no value yet. */
    private Set<String> ofCell(String sql) {
        // What the line itself declares has no value yet.
        int begin = 1 + Math.max(above.lastIndexOf('\n'), above.lastIndexOf(';'));
        return LocalNames.atEndOf(above.substring(0, begin) + ";").stream()
                .filter(name -> name.kind() == Entry.Kind.VARIABLE)
                .map(LocalNames.Name::text)
                .filter(
                        name ->
                                Pattern.compile(READ.formatted(Pattern.quote(name)))
                                        .matcher(sql)
                                        .find())
                .collect(Collectors.toSet());
    }
}
