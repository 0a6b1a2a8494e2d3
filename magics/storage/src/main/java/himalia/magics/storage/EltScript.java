package himalia.magics.storage;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.SqlBody;
import himalia.storage.Elt;
import himalia.table.RowLists;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/**
 * A cell that says what is loaded into a warehouse and made there: {@code load orders from 'orders-*.csv'}, {@code load people},
 * and {@code create table daily as select …}, with semicolons between them.
 */
record EltScript(SqlBody body, Path folder) {
    private static final String BLANK = "(?:\\s|--[^\\n]*(?:\\n|\\z)|/\\*.*?\\*/)*";
    private static final Pattern LOAD =
            Pattern.compile(
                    "(?is)" + BLANK + "load\\s+(\\w+)(?:\\s+from\\s+'((?:[^']|'')*)')?" + BLANK);
    private static final Pattern MAKE =
            Pattern.compile(
                    "(?is)("
                            + BLANK
                            + "create\\s+(?:or\\s+replace\\s+)?table\\s+\"?(\\w+)\"?\\s+as\\b)(.*)");
    private static final Pattern FIRST = Pattern.compile("(?s)" + BLANK + "(\\S+).*");

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
            var table = load.group(1);
            var files = load.group(2);
            return files == null
                    ? elt.load(table, variable(table))
                    : elt.load(table, folder.resolve(files.replace("''", "'")));
        }
        var make = MAKE.matcher(statement.sql());
        if (make.matches()) {
            // Everything before the query becomes blank, so that lines stay what they are.
            var before = "\n".repeat(statement.line()) + make.group(1).replaceAll("[^\\n]", " ");
            return elt.step(make.group(2), before + make.group(3), statement.values().toArray());
        }
        var first = FIRST.matcher(statement.sql());
        var word = first.matches() ? first.group(1) : "";
        throw new MagicException(
                "line %d: a statement is load … from '…' or create table … as select …, and this one begins with '%s'%s"
                        .formatted(
                                statement.line() + 1,
                                word,
                                Nearest.hint(word, List.of("load", "create"))));
    }

    private Table variable(String name) {
        return RowLists.table(body.variables().get(name))
                .orElseThrow(
                        () ->
                                new MagicException(
                                        "'%s' is no table of the notebook; load %1$s from '%1$s.csv' loads a file"
                                                .formatted(name)));
    }
}
