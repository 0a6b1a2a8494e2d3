package himalia.magics.storage;

import himalia.magics.spi.MagicException;
import himalia.magics.spi.SqlBody;
import himalia.storage.Sql;
import himalia.table.RowLists;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The statements of one cell, run one after the other while the tables of the notebook that they name are there. Where the
 * database has a table of that name itself, that one is meant.
 */
final class SqlRun {
    private final Sql sql;
    private final SqlBody body;
    private final Consumer<String> note;
    private final Supplier<List<String>> names;
    private final DoneStatements done;
    private final Set<String> named = new LinkedHashSet<>();

    /** Why variables that are rows are no tables here, by their names. */
    private final Map<String, String> unfit = new HashMap<>();

    /**
     * {@code note} is told the names of variables in whose place the database has a table of its own; {@code names} tells those
     * of all variables; {@code done} knows of a transaction that an earlier cell has begun.
     */
    SqlRun(
            Sql sql,
            SqlBody body,
            Consumer<String> note,
            Supplier<List<String>> names,
            DoneStatements done) {
        this.names = names;
        this.done = done;
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
        int number = 0;
        done.begin();
        for (var each : statements) {
            number++;
            var hidden = sql.isDuckDb() ? TwinTables.of(each, body.variables()) : Set.<String>of();
            hideTwins(each);
            body.variables()
                    .forEach(
                            (name, value) -> {
                                if (!hidden.contains(name)) {
                                    offer(each, name, value);
                                }
                            });
            if (each.shows()) {
                giveWay();
            }
            rows = run(each).map(told -> each.shows() ? own(told) : told).orElse(null);
            done.ran(number, each.sql());
        }
        return rows;
    }

    /** Takes a name away that is written in other letters now, and may then mean another variable. */
    private void hideTwins(SqlStatement statement) {
        for (var name : List.copyOf(named)) {
            if (!statement.names(name)
                    && statement.namesInOtherLetters(name)
                    && names.get().stream().filter(name::equalsIgnoreCase).count() > 1) {
                named.remove(name);
                sql.without(name);
            }
        }
    }

    /** Takes the names away under which the database has got a table of its own since. */
    private void giveWay() {
        for (var name : List.copyOf(named)) {
            if (sql.has(name)) {
                named.remove(name);
                sql.without(name);
            }
        }
    }

    /** What the database has itself: without the copies of the notebook's tables, and the database that keeps large ones. */
    private Table own(Table told) {
        var left = told;
        for (var each : List.of("name", "database", "database_name")) {
            if (left.columnNames().contains(each)
                    && left.column(each) instanceof StringColumn names) {
                left =
                        left.dropWhere(
                                names.eval(
                                        name ->
                                                name.startsWith("kept rows ")
                                                        || named.contains(
                                                                name.replaceFirst(
                                                                        "^rows of ", ""))));
            }
        }
        return left;
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
        sql.lend(name, table);
        named.removeIf(name::equalsIgnoreCase);
        named.add(name);
    }

    private Optional<Table> run(SqlStatement statement) {
        try {
            return sql.run(statement.sql(), statement.values());
        } catch (IllegalArgumentException e) {
            throw new MagicException(
                    new SqlHints(sql, body, named, unfit, names)
                                    .told(String.valueOf(e.getMessage()), statement)
                            + done.afterFailure(sql.isDuckDb()),
                    e);
        }
    }
}
