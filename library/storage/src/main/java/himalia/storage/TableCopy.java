package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/**
 * A copy of a table's rows in DuckDB, and a view over it that bears the table's name. When the name is taken away, the copy
 * of a large table is kept under another, which tells all its values: the next cell may ask for the same table. The tag is
 * the copy's comment, so that it comes and goes with the copy, whatever is rolled back.
 */
final class TableCopy {
    /** What the name of the rows begins with, and that of the view follows. */
    static final String ROWS_OF = "rows of ";

    private static final String STREAM = "himalia rows";

    /** In rows: fewer are copied faster than they are compared. */
    private static final int WORTH_KEEPING = 20_000;

    private final DuckDBConnection duck;
    private final KeptCopies kept;

    TableCopy(DuckDBConnection duck) {
        this.duck = duck;
        kept = new KeptCopies(duck);
    }

    void make(String name, Table table, FileWork job) throws IOException, SQLException {
        var rows = CsvScan.identifier(ROWS_OF + name);
        try (var statement = duck.createStatement()) {
            var tag =
                    table.rowCount() < WORTH_KEEPING
                                    || !KeptCopies.mayKeep(
                                            (long) table.rowCount() * table.columnCount())
                            ? Optional.<String>empty()
                            : TableTag.of(table);
            var there = tag.map(KeptCopies.KEPT::concat);
            if (there.isPresent() && kept.with(there.get()).has(there.get())) {
                statement.execute(
                        "DROP TABLE IF EXISTS temp.%1$s; ALTER TABLE temp.%2$s RENAME TO %1$s"
                                .formatted(rows, CsvScan.identifier(there.get())));
            } else {
                copy(statement, rows, table, job);
                if (tag.isPresent()) {
                    statement.execute(
                            "COMMENT ON TABLE temp.%s IS '%s'".formatted(rows, tag.get()));
                }
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

    private void copy(Statement statement, String rows, Table table, FileWork job)
            throws IOException, SQLException {
        try (var batches = ArrowBatches.of(table);
                var stream = Duck.named(duck, batches, STREAM)) {
            job.measure(batches::share);
            // A stream is read once, and a query may read a table twice.
            var copying =
                    "CREATE OR REPLACE TEMP TABLE %s AS FROM %s"
                            .formatted(rows, CsvScan.identifier(STREAM));
            var gone = "DROP VIEW IF EXISTS " + CsvScan.identifier(STREAM);
            try {
                job.whileRunning(statement, () -> statement.execute(copying));
            } catch (SQLException e) {
                // A statement that has failed takes no other.
                try (var after = duck.createStatement()) {
                    drop(after, gone, e);
                }
                throw e;
            }
            statement.execute(gone);
        }
    }

    /** Takes the name away again; the copy is kept if it is worth it. */
    void takeAway(String name) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS temp." + CsvScan.identifier(name));
            var there = kept.with(ROWS_OF + name);
            var rows = CsvScan.identifier(ROWS_OF + name);
            var tag = there.comment().map(KeptCopies.KEPT::concat);
            if (tag.isEmpty() || there.has(tag.get())) {
                statement.execute("DROP TABLE IF EXISTS temp." + rows);
                return;
            }
            statement.execute(
                    "ALTER TABLE temp.%s RENAME TO %s"
                            .formatted(rows, CsvScan.identifier(tag.get())));
            for (var old : there.tooMany()) {
                statement.execute("DROP TABLE IF EXISTS temp." + CsvScan.identifier(old));
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
