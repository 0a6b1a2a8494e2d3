package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Makes a table of a database from one of the notebook: all of its rows are there, or none, and no table. */
final class SqlWriter {
    private static final int ROWS_AT_ONCE = 1_000;

    private static final String STREAM = "himalia written";

    private SqlWriter() {}

    static void write(Connection connection, String name, Table table, boolean isLite, FileWork job)
            throws IOException, SQLException {
        if (connection instanceof DuckDBConnection duck) {
            copy(duck, name, table, job);
            return;
        }
        boolean isAlone = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            insert(connection, name, table, isLite, job);
            if (isAlone) {
                connection.commit();
            }
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(isAlone);
        }
    }

    private static void copy(DuckDBConnection duck, String name, Table table, FileWork job)
            throws IOException, SQLException {
        try (var batches = ArrowBatches.of(table);
                var stream = Duck.named(duck, batches, STREAM);
                var statement = duck.createStatement()) {
            job.measure(batches::share);
            var sql =
                    "CREATE TABLE %s AS FROM %s"
                            .formatted(CsvScan.identifier(name), CsvScan.identifier(STREAM));
            try {
                job.whileRunning(statement, () -> statement.execute(sql));
            } finally {
                drop(duck);
            }
        }
    }

    /** A statement that has failed takes no other. */
    private static void drop(DuckDBConnection duck) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute("DROP VIEW IF EXISTS " + CsvScan.identifier(STREAM));
        }
    }

    private static void insert(
            Connection connection, String name, Table table, boolean isLite, FileWork job)
            throws SQLException {
        var quote = connection.getMetaData().getIdentifierQuoteString().strip();
        var columns =
                table.columns().stream()
                        .map(it -> quoted(it.name(), quote) + " " + type(it))
                        .collect(Collectors.joining(", ", " (", ")"));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + quoted(name, quote) + columns);
        }
        var marks = String.join(", ", Collections.nCopies(table.columnCount(), "?"));
        double all = Math.max(1, table.rowCount());
        try (var statement =
                connection.prepareStatement(
                        "INSERT INTO " + quoted(name, quote) + " VALUES (" + marks + ")")) {
            for (int row = 0; row < table.rowCount(); row++) {
                SqlValues.bind(statement, values(table, row, isLite), false, isLite);
                statement.addBatch();
                if ((row + 1) % ROWS_AT_ONCE == 0 || row + 1 == table.rowCount()) {
                    job.whileRunning(statement, statement::executeBatch);
                    double share = row / all;
                    job.measure(() -> share);
                }
            }
        }
    }

    private static List<@Nullable Object> values(Table table, int row, boolean isLite) {
        var values = new ArrayList<@Nullable Object>();
        for (var column : table.columns()) {
            var value = Tables.isMissing(column, row) ? null : column.get(row);
            // SQLite has no days: they are texts, as its own functions write them.
            values.add(isLite && value instanceof LocalDate day ? day.toString() : value);
        }
        return values;
    }

    private static String quoted(String name, String quote) {
        return quote + name.replace(quote, quote + quote) + quote;
    }

    private static String type(Column<?> column) {
        return switch (column.type().name()) {
            case "BOOLEAN" -> "BOOLEAN";
            case "SHORT" -> "SMALLINT";
            case "INTEGER" -> "INTEGER";
            case "LONG" -> "BIGINT";
            case "FLOAT" -> "REAL";
            case "DOUBLE" -> "DOUBLE PRECISION";
            case "LOCAL_DATE" -> "DATE";
            case "LOCAL_TIME" -> "TIME";
            case "LOCAL_DATE_TIME" -> "TIMESTAMP";
            case "INSTANT" -> "TIMESTAMP WITH TIME ZONE";
            default -> "TEXT";
        };
    }
}
