package himalia.storage;

import static himalia.display.bundle.Given.given;

import himalia.display.bundle.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * SQL over tables, over files, and over databases.
 *
 * <pre>{@code
 * try (Sql sql = Sql.open()) {
 *     Table grown = sql.with("people", train).query("select * from people where age >= ?", 18);
 *     Table trips = sql.query("select city, avg(fare) as fare from 'trips.parquet' group by city");
 * }
 * }</pre>
 *
 * <p>It is DuckDB's SQL, by DuckDB, in memory, unless a database is named. What stands for {@code ?} is bound, and never
 * part of the text. A result comes as {@link Storage#read(java.sql.ResultSet)} reads it. For one thread at a time.
 */
public final class Sql implements AutoCloseable {
    /** In rows: fewer are copied in an instant, but for the first of a session, for which libraries are loaded. */
    private static final int WORTH_SHOWING = 100_000;

    private final Connection connection;
    private final ClosedDatabase closed;
    private final @Nullable TableCopy copies;
    private final @Nullable OwnNames own;
    private final SqlStatements statements;

    private Sql(Connection connection) {
        this(connection, false);
    }

    /** {@code isAlone} says whether nobody else has the database. */
    private Sql(Connection connection, boolean isAlone) {
        this.connection = connection;
        closed = new ClosedDatabase(connection);
        var duck = connection instanceof DuckDBConnection given ? given : null;
        copies = duck == null ? null : new TableCopy(duck, isAlone);
        own = duck == null ? null : new OwnNames(duck);
        statements = new SqlStatements(connection, copies);
    }

    /**
     * Opens a database in memory, which is gone when it is closed.
     *
     * @throws IllegalStateException if DuckDB cannot be had here
     */
    public static Sql open() {
        try {
            return new Sql(SqlDatabase.duck(OpenDuck.IN_MEMORY), true);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB cannot be opened: " + e.getMessage(), e);
        }
    }

    /**
     * Opens a database: {@code jdbc:postgresql://host/name}, or a file of DuckDB ({@code .duckdb}) or of SQLite ({@code
     * .sqlite}, {@code .sqlite3}, {@code .db}) that is there.
     *
     * @throws IllegalArgumentException if it is no database that can be opened, saying why
     */
    public static Sql open(String database) {
        return new Sql(SqlDatabase.connect(given(database, "database")));
    }

    /**
     * Asks a database over a connection that is open, of a pool or of a framework; closing this closes it.
     *
     * <pre>{@code
     * Sql.of(dataSource.getConnection()).query("select count(*) from people");
     * }</pre>
     */
    public static Sql of(Connection connection) {
        new ClosedDatabase(given(connection, "connection")).refuse();
        return new Sql(connection);
    }

    /**
     * Gives a table a name for the queries to come, in place of the one that had it. What it holds now is copied: a row that
     * is added later is not seen, and what a query would change is refused.
     *
     * @throws IllegalArgumentException if the database is none of DuckDB's, or the table cannot be held there
     */
    public Sql with(String name, Table table) {
        var copies = named(name, table);
        make(copies, name, table);
        return this;
    }

    /**
     * Gives a table a name as {@link #with} does, and copies or compares it when a query needs it, and of a large one only the
     * columns that the query names. Nobody may change the table before the name is taken away.
     *
     * <pre>{@code
     * Table oldest = Sql.open().lend("people", train).query("select max(age) as age from people");
     * }</pre>
     *
     * @throws IllegalArgumentException if the database is none of DuckDB's, or the table cannot be held there
     */
    public Sql lend(String name, Table table) {
        var copies = named(name, table);
        closed.refuse();
        if (!copies.lend(name, table)) {
            make(copies, name, table);
        }
        return this;
    }

    private TableCopy named(String name, Table table) {
        given(name, "name");
        given(table, "table");
        var copies = copies(name);
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException(
                    "table '%s' has no columns, and SQL knows no such table".formatted(name));
        }
        var twins = TwinNames.twins(table.columnNames());
        if (twins.isPresent()) {
            throw new IllegalArgumentException(
                    "table '%s' has the columns '%s', which differ in case only, and for SQL they are one; rename all but one of them"
                            .formatted(name, String.join("', '", twins.get())));
        }
        return copies;
    }

    private void make(TableCopy copies, String name, Table table) {
        working(
                "the table " + name,
                table.rowCount() > WORTH_SHOWING,
                job -> {
                    copies.make(name, table, job);
                    return name;
                });
    }

    /**
     * Makes a table in the database, which stays there: {@code Sql.open("jdbc:postgresql://host/shop").write("people", train)}.
     *
     * @throws IllegalArgumentException if there is one of this name, or the database refuses a value; nothing is changed then
     */
    public Sql write(String name, Table table) {
        given(name, "name");
        if (given(table, "table").columnCount() == 0) {
            throw new IllegalArgumentException("the table for '%s' has no columns".formatted(name));
        }
        working(
                "the table " + name,
                table.rowCount() > WORTH_SHOWING,
                job -> {
                    SqlWriter.write(connection, name, table, statements.isLite(), job);
                    return name;
                });
        return this;
    }

    /** Takes the name of a table away again. */
    public Sql without(String name) {
        try {
            copies(given(name, "name")).takeAway(name);
        } catch (SQLException e) {
            throw SqlProblem.of(e);
        }
        return this;
    }

    /** Returns whether the database has a table or a view of this name itself; only DuckDB is asked. */
    public boolean has(String name) {
        given(name, "name");
        closed.refuse();
        try {
            return own != null && own.has(name);
        } catch (SQLException e) {
            throw SqlProblem.of(e);
        }
    }

    /** Returns whether it is DuckDB's: it alone takes tables, and lists as values. */
    public boolean isDuckDb() {
        return connection instanceof DuckDBConnection;
    }

    /**
     * Undoes a transaction that is open, and returns whether one was. DuckDB, SQLite and PostgreSQL know; of others, one that
     * has switched their driver's autocommit off.
     */
    public boolean undo() {
        try {
            return OpenTransaction.undo(connection);
        } catch (SQLException e) {
            throw SqlProblem.of(e);
        }
    }

    private TableCopy copies(String name) {
        if (copies != null) {
            return copies;
        }
        throw new IllegalArgumentException(
                "'%s' is a table of the notebook, and this database knows its own alone; read what is wanted of it, and join it in a cell of %%%%sql without --db"
                        .formatted(name));
    }

    /**
     * Runs one statement that gives rows.
     *
     * @param sql with a {@code ?} for each of {@code values}
     * @throws IllegalArgumentException if the database refuses it, with its words, or if it gives no rows
     */
    public Table query(String sql, Object... values) {
        return run(sql, Arrays.asList(values))
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the statement ran and gives no rows; run(…) is for such"));
    }

    /**
     * Runs one statement, and returns its rows if it gives some.
     *
     * @throws IllegalArgumentException if the database refuses it, with its words
     */
    public Optional<Table> run(String sql, List<?> values) {
        given(sql, "sql");
        given(values, "values");
        return working("the query", true, job -> statements.run(sql, values, job));
    }

    /** Returns how many rows the last statement has changed; nothing where it changes none by its kind. */
    public OptionalLong changed() {
        return statements.changed();
    }

    private interface Work<T> {
        T with(FileWork job) throws IOException, SQLException;
    }

    /** A notebook stops a cell's thread wherever it stands, so that the database is used by another. */
    private <T> T working(String what, boolean isShown, Work<T> work) {
        closed.refuse();
        try {
            return FileWork.run(
                    Path.of(what),
                    isShown
                            ? Progress.whenLong("% of " + what, 100)
                            : Progress.unseen("% of " + what, 100),
                    job -> {
                        try {
                            return work.with(job);
                        } catch (SQLException e) {
                            throw SqlProblem.of(e);
                        }
                    });
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Closes the database. */
    @Override
    public void close() {
        try (connection;
                copies) {
            // The copies go first.
        } catch (SQLException e) {
            throw SqlProblem.of(e);
        }
    }

    @Override
    public String toString() {
        return "SQL on " + connection.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
