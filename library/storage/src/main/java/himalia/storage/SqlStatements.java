package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** Runs the statements of one connection. */
final class SqlStatements {
    private final Connection connection;
    private final @Nullable TableCopy copies;
    private OptionalLong changed = OptionalLong.empty();

    /** {@code copies} are the tables that DuckDB has from the notebook; other databases have none. */
    SqlStatements(Connection connection, @Nullable TableCopy copies) {
        this.connection = connection;
        this.copies = copies;
    }

    /** Returns how many rows the last statement has changed; nothing where it changes none by its kind. */
    OptionalLong changed() {
        return changed;
    }

    private boolean isDuckDb() {
        return connection instanceof DuckDBConnection;
    }

    boolean isLite() throws SQLException {
        return "SQLite".equals(connection.getMetaData().getDatabaseProductName());
    }

    /** Runs one, and returns its rows if it gives some. */
    Optional<Table> run(String sql, List<?> values, FileWork job) throws IOException, SQLException {
        changed = OptionalLong.empty();
        try {
            if (copies != null) {
                copies.before(sql, job);
            }
            if (isDuckDb() && values.isEmpty() && sql.indexOf('?') < 0 && sql.indexOf('$') < 0) {
                var rows = numbered(sql, job);
                return rows.isPresent() ? rows : plain(sql, List.of(), job);
            }
            try (var statement = connection.prepareStatement(sql)) {
                SqlValues.bind(statement, values, isDuckDb(), isLite());
                return run(statement, statement::execute, sql, List.of(), job);
            }
        } catch (SQLException e) {
            throw SqlProblem.of(e, sql);
        } finally {
            if (copies != null) {
                copies.ran(sql);
            }
        }
    }

    /** Returns the rows of a query that is faster otherwise; what fails of it is told by the query itself. */
    private Optional<Table> numbered(String sql, FileWork job) throws SQLException {
        var query =
                copies == null ? Optional.<NumberedQuery.Rewritten>empty() : copies.numbered(sql);
        if (query.isEmpty()) {
            return Optional.empty();
        }
        try {
            return plain(query.get().sql(), query.get().columns(), job);
        } catch (SQLException e) {
            FileWork.stopIfInterrupted(Path.of("the query"));
            return Optional.empty();
        }
    }

    private Optional<Table> plain(String sql, List<@Nullable NumberedTexts> numbered, FileWork job)
            throws SQLException {
        // What it has prepared, DuckDB runs on one core where rows keep their order.
        try (var statement = connection.createStatement()) {
            return run(statement, () -> statement.execute(sql), sql, numbered, job);
        }
    }

    /** Returns the rows of a statement; {@code given} says whether it has any. */
    private Optional<Table> run(
            Statement statement,
            FileWork.Query<Boolean> given,
            String sql,
            List<@Nullable NumberedTexts> numbered,
            FileWork job)
            throws SQLException {
        if (isDuckDb()) {
            job.measure(() -> Duck.share(statement));
        }
        var rows =
                job.whileRunning(
                        statement,
                        () -> given.result() ? rows(statement, numbered) : Optional.<Table>empty());
        if (rows.isEmpty()) {
            changed = UpdateCount.of(statement, sql);
        }
        return rows;
    }

    private Optional<Table> rows(Statement statement, List<@Nullable NumberedTexts> numbered)
            throws SQLException {
        try (var result = statement.getResultSet()) {
            return Optional.of(
                    ResultReader.read(
                            result,
                            new NumberedResult(numbered),
                            copies == null ? 0 : copies.mostRows()));
        }
    }
}
