package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/** A copy of a table's rows in DuckDB, and a view over it that bears the table's name. */
final class TableCopy {
    /** What the name of the rows begins with, and that of the view follows. */
    static final String ROWS_OF = "rows of ";

    private static final String STREAM = "himalia rows";

    private TableCopy() {}

    static void make(DuckDBConnection duck, String name, Table table, FileWork job)
            throws IOException, SQLException {
        var rows = CsvScan.identifier(ROWS_OF + name);
        try (var batches = ArrowBatches.of(table);
                var stream = Duck.named(duck, batches, STREAM);
                var statement = duck.createStatement()) {
            job.measure(batches::share);
            // A stream is read once, and a query may read a table twice.
            var copying =
                    "CREATE OR REPLACE TEMP TABLE %s AS FROM %s"
                            .formatted(rows, CsvScan.identifier(STREAM));
            try {
                job.whileRunning(statement, () -> statement.execute(copying));
            } finally {
                statement.execute("DROP VIEW IF EXISTS " + CsvScan.identifier(STREAM));
            }
            try {
                // An insert into a view is refused: it would change the copy alone.
                statement.execute(
                        "CREATE OR REPLACE TEMP VIEW %s AS FROM temp.%s"
                                .formatted(CsvScan.identifier(name), rows));
            } catch (SQLException e) {
                drop(statement, "DROP TABLE IF EXISTS temp." + rows, e);
                throw e;
            }
        }
    }

    private static void drop(Statement statement, String sql, SQLException because) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
