package himalia.magics.storage;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The statements of one cell, run one after the other while the tables that they name are there. */
final class SqlRun {
    private static final Pattern LINE = Pattern.compile("(?m)^LINE (\\d+): (.*)\n( *\\^)");
    private static final Pattern NO_TABLE =
            Pattern.compile("Table with name \"?(\\w+)\"? does not");

    private static final Pattern FIXED =
            Pattern.compile("\\w is not an? table|Can only (?:update|delete from) base table");

    private final Sql sql;
    private final SqlBody body;
    private final List<String> named = new ArrayList<>();

    SqlRun(Sql sql, SqlBody body) {
        this.sql = sql;
        this.body = body;
    }

    /** Returns the rows of the last one; null where it gives none. */
    @Nullable Table result() {
        try {
            body.variables()
                    .forEach(
                            (name, value) ->
                                    RowsOf.table(value).ifPresent(rows -> name(name, rows)));
            var statements = SqlStatement.all(body, this::name);
            if (statements.isEmpty()) {
                throw new MagicException("the cell holds no statement; it stands below %%sql");
            }
            Table rows = null;
            for (var each : statements) {
                rows = run(each).orElse(null);
            }
            return rows;
        } finally {
            named.forEach(sql::without);
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
        return placed + hint(message, statement);
    }

    private String hint(String message, SqlStatement statement) {
        var missing = NO_TABLE.matcher(message);
        if (missing.find() && body.variables().containsKey(missing.group(1))) {
            return "\nThe variable '%s' is %s; a Table is a table here, and a list of records or of maps"
                    .formatted(missing.group(1), what(body.variables().get(missing.group(1))));
        }
        if (FIXED.matcher(message).find() && !named.isEmpty()) {
            return "\nThe notebook has this table, which SQL reads and does not change; create table … as from %s makes one that it does"
                    .formatted(named.get(0));
        }
        return statement.values().isEmpty() && message.startsWith("the statement has")
                ? "; here a value stands in braces, {limit}, and no question mark"
                : "";
    }

    private static String what(@Nullable Object value) {
        return value == null
                ? "null"
                : value instanceof Collection<?> none && none.isEmpty()
                        ? "an empty list, which tells no columns"
                        : "of type " + value.getClass().getSimpleName();
    }
}
