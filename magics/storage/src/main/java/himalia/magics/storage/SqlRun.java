package himalia.magics.storage;

import himalia.display.bundle.Nearest;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import himalia.table.RowLists;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * The statements of one cell, run one after the other while the tables of the notebook that they name are there. Where the
 * database has a table of that name itself, that one is meant.
 */
final class SqlRun {
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): (.*)\n( *\\^)");
    private static final Pattern FIXED =
            Pattern.compile(
                    "\\w is not an? table|Can only (?:update|delete from) base table|is of type View");
    private static final Pattern INNER =
            Pattern.compile("\\nDid you mean \"(?:pg|sqlite|duckdb)_\\w*\"\\?");

    /** In the words of DuckDB, of SQLite and of PostgreSQL. */
    private static final Pattern ABSENT =
            Pattern.compile(
                    "(?:Table with name|no such table:|relation) \"?(\\w+)\"?(?: does not exist|\\)|$)",
                    Pattern.MULTILINE);

    private static final Pattern WORD = Pattern.compile("syntax error at or near \"(\\w+)\"");
    private static final Pattern CHANGED =
            Pattern.compile("(?i)\\b(?:into|update|from|table)\\s+\"?(\\w+)");

    private final Sql sql;
    private final SqlBody body;
    private final Consumer<String> note;
    private final Supplier<List<String>> names;
    private final Set<String> named = new LinkedHashSet<>();

    /** Why variables that are rows are no tables here, by their names. */
    private final Map<String, String> unfit = new HashMap<>();

    /**
     * {@code note} is told the names of variables in whose place the database has a table of its own; {@code names} tells those
     * of all variables.
     */
    SqlRun(Sql sql, SqlBody body, Consumer<String> note, Supplier<List<String>> names) {
        this.names = names;
        this.sql = sql;
        this.body = body;
        this.note = note;
    }

    /** Returns the rows of the last one; null where it gives none. */
    @Nullable Table result() {
        RuntimeException failed = null;
        try {
            return run();
        } catch (RuntimeException e) {
            failed = e;
            throw e;
        } finally {
            for (var name : named) {
                try {
                    sql.without(name);
                } catch (IllegalArgumentException e) {
                    // A transaction that failed takes the names back itself.
                    if (failed == null) {
                        throw e;
                    }
                    failed.addSuppressed(e);
                }
            }
        }
    }

    private @Nullable Table run() {
        var statements = SqlStatement.all(body, sql.isDuckDb(), this::name);
        if (statements.isEmpty()) {
            throw new MagicException("the cell holds no statement; it stands below %%sql");
        }
        Table rows = null;
        for (var each : statements) {
            body.variables().forEach((name, value) -> offer(each, name, value));
            rows = run(each).orElse(null);
        }
        return rows;
    }

    /** A variable that the statement names may be meant as a table, or a column is called so. */
    private void offer(SqlStatement statement, String name, @Nullable Object value) {
        if (!statement.names(name) || !RowLists.isRows(value)) {
            return;
        }
        if (sql.has(name)) {
            if (named.remove(name)) {
                sql.without(name);
            }
            note.accept(name);
        } else if (!named.contains(name)) {
            try {
                RowLists.table(value).ifPresent(rows -> name(name, rows));
            } catch (IllegalArgumentException e) {
                unfit.put(name, String.valueOf(e.getMessage()));
            }
        }
    }

    private void name(String name, Table table) {
        sql.with(name, table);
        named.add(name);
    }

    private Optional<Table> run(SqlStatement statement) {
        try {
            return sql.run(statement.sql(), statement.values());
        } catch (IllegalArgumentException e) {
            throw new MagicException(told(String.valueOf(e.getMessage()), statement), e);
        }
    }

    /** Says it of the line of the query, and what a variable is that is no table. */
    private String told(String message, SqlStatement statement) {
        var placed =
                LINE.matcher(message)
                        .replaceAll(
                                found -> {
                                    var was = "LINE " + found.group(1) + ": ";
                                    int line = statement.line() + Integer.parseInt(found.group(1));
                                    var now = "line " + line + " of the query: ";
                                    var shift = " ".repeat(now.length() - was.length());
                                    return Matcher.quoteReplacement(
                                            now + found.group(2) + "\n" + shift + found.group(3));
                                });
        // The database knows none of the notebook's names, and offers its own inner ones.
        return INNER.matcher(placed).replaceAll("") + hint(message, statement);
    }

    private String hint(String message, SqlStatement statement) {
        if (FIXED.matcher(message).find() && !named.isEmpty()) {
            return "\nThe notebook has this table, which SQL reads and does not change; create table … as from %s makes one that it does"
                    .formatted(changed(statement.sql()));
        }
        if (message.startsWith("the statement waits") && statement.values().isEmpty()) {
            return "; here a value stands in braces, {limit}";
        }
        if (message.contains("No files found")) {
            return "\nNames of files start from the folder in which the notebook was started; %cd does not move them";
        }
        var word = WORD.matcher(message);
        if (word.find() && RowLists.isRows(body.variables().get(word.group(1)))) {
            return "\n'%1$s' is a word of SQL; as the name of a table it stands in quotes: \"%1$s\""
                    .formatted(word.group(1));
        }
        return missing(message).map(this::why).orElseGet(() -> near(message));
    }

    private String why(String name) {
        return "\n"
                + Objects.requireNonNullElse(
                        unfit.get(name),
                        "The variable '%s' is %s; a Table is a table here, and a list of records or of maps"
                                .formatted(name, what(body.variables().get(name))));
    }

    private String near(String message) {
        var absent = ABSENT.matcher(message);
        boolean isAnswered = INNER.matcher(message).replaceAll("").contains("Did you mean");
        if (!absent.find() || isAnswered || !sql.isDuckDb() || named.contains(absent.group(1))) {
            return "";
        }
        var near = Nearest.to(absent.group(1), names.get());
        return near.map(name -> "\nDid you mean " + name + "?")
                .orElse(
                        "\nA table is a variable of the notebook by its name, a file in quotes, or one that a cell has made; a view over a variable lives as long as its cell");
    }

    private String changed(String statement) {
        return CHANGED.matcher(statement)
                .results()
                .map(found -> found.group(1))
                .filter(named::contains)
                .findFirst()
                .orElse(List.copyOf(named).get(0));
    }

    /** The variable that a database looked for in vain. */
    private Optional<String> missing(String message) {
        var absent = ABSENT.matcher(message);
        return absent.find()
                ? Optional.of(absent.group(1))
                        .filter(name -> body.variables().containsKey(name) && !named.contains(name))
                : Optional.empty();
    }

    private static String what(@Nullable Object value) {
        return value == null
                ? "null"
                : value instanceof Collection<?> none && none.isEmpty()
                        ? "an empty list, which tells no columns"
                        : value instanceof Collection
                                ? "a list of other things"
                                : value instanceof Map
                                        ? "a map"
                                        : "of type " + value.getClass().getSimpleName();
    }
}
