package himalia.magics.storage;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.CellMagic;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.magics.spi.SqlBody;
import himalia.magics.spi.ValuesFrom;
import himalia.storage.Sql;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tech.tablesaw.api.Table;

/** Runs SQL over what the notebook has. */
@Command(
        name = "sql",
        description =
                "Runs SQL over tables of the notebook, by their variables' names, over files and databases.",
        footer = {
            "Example: %%%%sql --into grown",
            "and below it: select name from people where age >= {limit}",
            "What stands in braces is Java, and its value is bound. var grown = %%%%sql does the same as --into grown."
        })
public final class SqlMagic implements CellMagic<SqlBody, Table> {
    @Option(
            names = "--into",
            paramLabel = "VARIABLE",
            description = "The variable that the result goes into; without it the result is shown.")
    private @Nullable String into;

    @Option(
            names = "--db",
            paramLabel = "DATABASE",
            description =
                    "A database of yours: a file (.duckdb, .sqlite, .db) or a jdbc: URL."
                            + " Without it: DuckDB in memory, kept until the session ends.")
    @ValuesFrom(DatabaseFiles.class)
    private @Nullable String database;

    @Option(
            names = "--connection",
            paramLabel = "VARIABLE",
            description = "A database that the notebook has open: a Sql, or a java.sql.Connection.")
    @ValuesFrom(OpenDatabases.class)
    private @Nullable Sql connection;

    @Override
    public @Nullable Table run(Notebook notebook, SqlBody body) {
        if (connection != null) {
            if (database != null) {
                throw new MagicException(
                        "--db opens a database, and --connection is one: one of the two");
            }
            return run(connection, notebook, body, new HashSet<>(), new DoneStatements(false));
        }
        if (database == null) {
            return SharedSql.ask(
                    notebook, (sql, told, done) -> run(sql, notebook, body, told, done));
        }
        return OwnDatabase.ask(
                notebook,
                SharedSql.resolved(database, notebook.directory()),
                (sql, told, done) -> run(sql, notebook, body, told, done));
    }

    private @Nullable Table run(
            Sql sql, Notebook notebook, SqlBody body, Set<String> told, DoneStatements done) {
        var result =
                new SqlRun(
                                sql,
                                body,
                                name -> note(notebook, name, told),
                                () -> RowVariables.names(notebook),
                                done)
                        .result();
        if (into != null && result == null) {
            throw new MagicException(
                    "the last statement ran, and gives no rows that '%s' could hold"
                            .formatted(into));
        }
        return SqlOutcome.shown(notebook, result, sql.changed(), into != null);
    }

    private static void note(Notebook notebook, String name, Set<String> told) {
        if (told.add(name)) {
            notebook.display(
                    MimeBundle.plain(
                            "%s is the database's table of that name; {%1$s} is the notebook's"
                                    .formatted(name)));
        }
    }
}
