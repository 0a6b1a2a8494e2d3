package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/**
 * A copy of a table's rows in DuckDB, and a view over it that bears the table's name. A large table is copied once: the next
 * cell may ask for the same.
 */
final class TableCopy implements AutoCloseable {
    /** What the name of the rows begins with, and that of the view follows. */
    static final String ROWS_OF = "rows of ";

    private final DuckDBConnection duck;
    private final KeptCopies kept;

    /** Names, in small letters, that had rows beside their views: a rollback brings such rows back. */
    private final Set<String> copied = new HashSet<>();

    TableCopy(DuckDBConnection duck) {
        this.duck = duck;
        kept = new KeptCopies(duck);
    }

    void make(String name, Table table, FileWork job) throws IOException, SQLException {
        var tag = KeptCopies.mayKeep(table) ? TableTag.of(table) : Optional.<String>empty();
        try (var statement = duck.createStatement()) {
            if (tag.isPresent() && kept.has(tag.get(), table, job)) {
                view(statement, name, kept.from(tag.get()));
                drop(statement, name);
                kept.use(name, tag.get());
                return;
            }
            var rows = rows(name);
            copied.add(name.toLowerCase(Locale.ROOT));
            CopiedRows.make(duck, statement, "CREATE OR REPLACE TEMP TABLE " + rows, table, job);
            try {
                view(statement, name, rows);
            } catch (SQLException e) {
                CopiedRows.afterFailure(duck, "DROP TABLE IF EXISTS " + rows, e);
                throw e;
            }
            kept.release(name);
        }
    }

    /** An insert into a view is refused: it would change the copy alone. */
    private static void view(Statement statement, String name, String rows) throws SQLException {
        statement.execute(
                "CREATE OR REPLACE TEMP VIEW %s AS FROM %s"
                        .formatted(CsvScan.identifier(name), rows));
    }

    private static String rows(String name) {
        return "temp." + CsvScan.identifier(ROWS_OF + name);
    }

    /** Takes the name away again; the copy of a large table is kept for the next cell. */
    void takeAway(String name) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS temp." + CsvScan.identifier(name));
            drop(statement, name);
        }
        kept.release(name);
    }

    private void drop(Statement statement, String name) throws SQLException {
        if (copied.contains(name.toLowerCase(Locale.ROOT))) {
            statement.execute("DROP TABLE IF EXISTS " + rows(name));
        }
    }

    @Override
    public void close() throws SQLException {
        kept.close();
    }
}
