package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
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

    private static final String KEPT = "kept rows ";

    private static final String STREAM = "himalia rows";

    /** In rows: fewer are copied faster than they are compared. */
    private static final int WORTH_KEEPING = 20_000;

    private static final int MOST_KEPT = 4;

    private static final long MOST_CELLS = 20_000_000;

    private TableCopy() {}

    static void make(DuckDBConnection duck, String name, Table table, FileWork job)
            throws IOException, SQLException {
        var rows = CsvScan.identifier(ROWS_OF + name);
        try (var statement = duck.createStatement()) {
            var tag =
                    table.rowCount() < WORTH_KEEPING
                                    || (long) table.rowCount() * table.columnCount() > MOST_CELLS
                            ? Optional.<String>empty()
                            : TableTag.of(table);
            if (tag.isPresent() && isThere(statement, KEPT + tag.get())) {
                statement.execute(
                        "DROP TABLE IF EXISTS temp.%1$s; ALTER TABLE temp.%2$s RENAME TO %1$s"
                                .formatted(rows, CsvScan.identifier(KEPT + tag.get())));
            } else {
                copy(duck, statement, rows, table, job);
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

    private static void copy(
            DuckDBConnection duck, Statement statement, String rows, Table table, FileWork job)
            throws IOException, SQLException {
        try (var batches = ArrowBatches.of(table);
                var stream = Duck.named(duck, batches, STREAM)) {
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
        }
    }

    /** Takes the name away again; the copy is kept if it is worth it. */
    static void takeAway(Statement statement, String name) throws SQLException {
        var rows = ROWS_OF + name;
        statement.execute("DROP VIEW IF EXISTS temp." + CsvScan.identifier(name));
        var tag = tag(statement, rows);
        if (tag.isEmpty() || isThere(statement, KEPT + tag.get())) {
            statement.execute("DROP TABLE IF EXISTS temp." + CsvScan.identifier(rows));
            return;
        }
        statement.execute(
                "ALTER TABLE temp.%s RENAME TO %s"
                        .formatted(CsvScan.identifier(rows), CsvScan.identifier(KEPT + tag.get())));
        dropOthers(statement, KEPT + tag.get());
    }

    /** Returns the comment of the copy that has such a name. */
    private static Optional<String> tag(Statement statement, String table) throws SQLException {
        try (var found =
                statement.executeQuery(
                        "SELECT comment FROM duckdb_tables() WHERE database_name = 'temp' AND table_name = "
                                + CsvScan.quoted(table))) {
            return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
        }
    }

    private static boolean isThere(Statement statement, String table) throws SQLException {
        try (var found =
                statement.executeQuery(
                        "SELECT 1 FROM duckdb_tables() WHERE database_name = 'temp' AND table_name = "
                                + CsvScan.quoted(table))) {
            return found.next();
        }
    }

    /** Drops copies beside the newest one that are too many, or too large together. */
    private static void dropOthers(Statement statement, String newest) throws SQLException {
        var dropped = new ArrayList<String>();
        try (var kept =
                statement.executeQuery(
                        "SELECT table_name, estimated_size * column_count FROM duckdb_tables()"
                                + " WHERE database_name = 'temp' AND starts_with(table_name, '%s')"
                                        .formatted(KEPT)
                                + " ORDER BY table_name <> %s, table_oid DESC"
                                        .formatted(CsvScan.quoted(newest)))) {
            long cells = 0;
            for (int count = 1; kept.next(); count++) {
                cells += kept.getLong(2);
                if (count > 1 && (count > MOST_KEPT || cells > MOST_CELLS)) {
                    dropped.add(kept.getString(1));
                }
            }
        }
        for (var name : dropped) {
            statement.execute("DROP TABLE IF EXISTS temp." + CsvScan.identifier(name));
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
