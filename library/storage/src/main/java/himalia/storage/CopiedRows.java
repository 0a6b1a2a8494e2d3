package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
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
                var stream = Duck.named(duck, batches, STREAM)) {
            job.measure(batches::share);
            // A stream is read once, and a query may read a table twice.
            var copying = "%s AS FROM %s".formatted(making, CsvScan.identifier(STREAM));
            try {
                job.whileRunning(statement, () -> statement.execute(copying));
            } finally {
                statement.execute("DROP VIEW IF EXISTS " + CsvScan.identifier(STREAM));
            }
        }
    }
}
