package himalia.storage;

import himalia.table.Tables;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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
        // What a transaction holds that was open before is its owner's.
        var before = isAlone ? null : connection.setSavepoint();
        var quote = connection.getMetaData().getIdentifierQuoteString().strip();
        boolean isMade = false;
        try {
            create(connection, name, table, quote);
            isMade = true;
            insert(connection, name, table, quote, isLite, job);
            if (isAlone) {
                connection.commit();
            }
        } catch (Throwable e) {
            undo(connection, before, isMade ? Optional.of(quoted(name, quote)) : Optional.empty())
                    .ifPresent(e::addSuppressed);
            throw e;
        } finally {
            connection.setAutoCommit(isAlone);
        }
    }

    /** Returns what went wrong, if something did. */
    private static Optional<SQLException> undo(
            Connection connection, @Nullable Savepoint before, Optional<String> made) {
        try {
            if (before == null) {
                connection.rollback();
            } else {
                connection.rollback(before);
                return Optional.empty();
            }
        } catch (SQLException e) {
            made.ifPresent(table -> drop(connection, table));
            return Optional.of(e);
        }
        made.ifPresent(table -> drop(connection, table));
        return Optional.empty();
    }

    /** MySQL and Oracle keep a table at once that is made, and with it what was before; others have none to drop. */
    private static void drop(Connection connection, String table) {
        try (var statement = connection.createStatement()) {
            statement.execute("DROP TABLE " + table);
            connection.commit();
        } catch (SQLException gone) {
            try {
                connection.rollback();
            } catch (SQLException closed) {
                // Then the database has ended the transaction itself.
            }
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
            } catch (SQLException e) {
                throw told(e, CsvScan.identifier(name));
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

    private static void create(Connection connection, String name, Table table, String quote)
            throws SQLException {
        var columns =
                table.columns().stream()
                        .map(it -> quoted(it.name(), quote) + " " + type(it))
                        .collect(Collectors.joining(", ", " (", ")"));
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE " + quoted(name, quote) + columns);
        } catch (SQLException e) {
            throw told(e, quoted(name, quote));
        }
    }

    /** A table that is there is never replaced unasked. */
    private static SQLException told(SQLException e, String name) {
        var message = String.valueOf(e.getMessage());
        return !message.contains("already exists")
                ? e
                : new SQLException(
                        "%s; write it under another name, or take the old one away first, with drop table %s"
                                .formatted(message.strip(), name),
                        e.getSQLState(),
                        e);
    }

    private static void insert(
            Connection connection,
            String name,
            Table table,
            String quote,
            boolean isLite,
            FileWork job)
            throws SQLException {
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
