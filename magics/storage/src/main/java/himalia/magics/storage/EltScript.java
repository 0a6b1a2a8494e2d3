package himalia.magics.storage;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.SqlBody;
import himalia.storage.Elt;
import himalia.table.RowLists;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A cell that says what is loaded into a warehouse and made there: {@code load orders from 'orders-*.csv'}, {@code load people},
 * and {@code create table daily as select …}, with semicolons between them.
 */
record EltScript(SqlBody body, Path folder) {
    static final String BLANK = "(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*";

    /** Which names a table may have, {@link Elt} says. */
    private static final String NAME = "(?:(\\w+)|\"((?:[^\"]|\"\")*)\")";

    private static final Pattern LOAD =
            Pattern.compile(
                    "(?is)"
                            + BLANK
                            + "load\\s+"
                            + NAME
                            + "(?:\\s+from\\s+(?:'((?:[^']|'')*)'|(\\?)))?"
                            + BLANK);
    private static final Pattern MAKE =
            Pattern.compile(
                    "(?is)("
                            + BLANK
                            + "create\\s+(?:or\\s+replace\\s+)?table\\s+"
                            + NAME
                            + "\\s+as\\b)(.*)");

    /** Returns what it says; lines of its steps are those of the cell. */
    Elt elt(Path warehouse) {
        var elt = Elt.into(warehouse);
        var statements =
                SqlStatement.all(
                        body,
                        true,
                        (name, table) -> {
                            throw new MagicException(
                                    "%s is a table of the notebook: it is loaded by its name, load people, and then asked by that"
                                            .formatted(name));
                        });
        if (statements.isEmpty()) {
            throw new MagicException(
                    "the cell holds nothing to do; below %%elt stand load orders from 'orders.csv'; and create table … as select …");
        }
        for (var statement : statements) {
            elt = with(elt, statement);
        }
        return elt;
    }

    private Elt with(Elt elt, SqlStatement statement) {
        var load = LOAD.matcher(statement.sql());
        if (load.matches()) {
            var table = name(load, 1);
            var files =
                    load.group(4) == null ? unquoted(load.group(3), "'") : file(statement, table);
            return files == null
                    ? elt.load(table, variable(table))
                    : elt.load(table, folder.resolve(files));
        }
        var make = MAKE.matcher(statement.sql());
        if (make.matches()) {
            // Everything before the query becomes blank, so that lines stay what they are.
            var before = "\n".repeat(statement.line()) + make.group(1).replaceAll("[^\\n]", " ");
            return elt.step(name(make, 2), before + make.group(4), statement.values().toArray());
        }
        throw new MagicException(EltSlips.of(statement));
    }

    private static String name(Matcher found, int group) {
        var quoted = unquoted(found.group(group + 1), "\"");
        return quoted == null ? found.group(group) : quoted;
    }

    private static @Nullable String unquoted(@Nullable String text, String quote) {
        return text == null ? null : text.replace(quote + quote, quote);
    }

    /** Returns the files that a value in braces names. */
    private static String file(SqlStatement statement, String table) {
        var value = statement.values().get(0);
        if (value instanceof CharSequence || value instanceof Path) {
            return value.toString();
        }
        throw new MagicException(
                "line %d: load %s from {…} takes the name of a file, a text or a Path, and the value is %s"
                        .formatted(statement.line() + 1, table, value));
    }

    private Table variable(String name) {
        return RowLists.table(body.variables().get(name))
                .orElseThrow(() -> new MagicException(noTable(name)));
    }

    private String noTable(String name) {
        return body.variables().containsKey(name)
                ? "the variable '%s' is %s; load takes a Table, or a list of records or of maps, and load %1$s from '%1$s.csv' a file"
                        .formatted(name, SqlHints.what(body.variables().get(name)))
                : "'%s' is no table of the notebook; load %1$s from '%1$s.csv' loads a file"
                        .formatted(name);
    }
}
