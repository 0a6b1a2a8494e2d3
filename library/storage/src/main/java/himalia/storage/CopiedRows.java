package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/** Copies the rows of a table into DuckDB. */
final class CopiedRows {
    private static final String STREAM = "himalia rows";

    private CopiedRows() {}

    /**
     * Copies them into a table of the database.
     *
     * @param making what stands before AS, {@code CREATE OR REPLACE TABLE t}
     */
    static void make(
            DuckDBConnection duck, Statement statement, String making, Table table, FileWork job)
            throws IOException, SQLException {
        try (var batches = ArrowBatches.of(table);
                var stream = named(duck, batches)) {
            job.measure(batches::share);
            // A stream is read once, and a query may read a table twice.
            var copying = "%s AS FROM %s".formatted(making, CsvScan.identifier(STREAM));
            var gone = "DROP VIEW IF EXISTS " + CsvScan.identifier(STREAM);
            try {
                job.whileRunning(statement, () -> statement.execute(copying));
            } catch (SQLException e) {
                afterFailure(duck, gone, e);
                throw e;
            }
            statement.execute(gone);
        }
    }

    /** DuckDB's driver wraps what its database says, such as that a transaction has failed. */
    private static ArrowArrayStream named(DuckDBConnection duck, ArrowBatches batches)
            throws SQLException {
        try {
            return Duck.named(duck, batches, STREAM);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof SQLException told) {
                throw told;
            }
            throw e;
        }
    }

    /** Executes what takes back a part that was done: a statement that has failed takes no other. */
    static void afterFailure(DuckDBConnection duck, String sql, SQLException because) {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
