package himalia.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.apache.arrow.c.ArrowArrayStream;
import org.duckdb.DuckDBConnection;

/** The connection to a warehouse, whose statements an interrupt ends. */
final class EltDatabase implements AutoCloseable {
    private final DuckDBConnection duck;
    private final FileWork job;
    private final String schema;

    private EltDatabase(DuckDBConnection duck, FileWork job, String schema) {
        this.duck = duck;
        this.job = job;
        this.schema = schema;
    }

    static EltDatabase open(Path file, FileWork job) throws SQLException {
        var url = OpenDuck.IN_MEMORY + file;
        var duck = (DuckDBConnection) SqlDatabase.duck(url);
        try (var statement = duck.createStatement();
                var named = statement.executeQuery("SELECT current_database()")) {
            named.next();
            // A database may be called elt too: it is named after its file.
            return new EltDatabase(duck, job, CsvScan.identifier(named.getString(1)) + ".elt");
        } catch (SQLException | RuntimeException e) {
            duck.close();
            throw e;
        }
    }

    /** Returns the schema of the notes, as it is told from all others. */
    String schema() {
        return schema;
    }

    ArrowBatches open(EltSource rows) throws IOException {
        return rows.open(job);
    }

    /** Returns what is wrong with a row at which reading came to an end. */
    IOException told(EltSource rows, SQLException failure) throws IOException {
        return rows.told(job, failure);
    }

    /** Gives batches a name, to be read once. */
    ArrowArrayStream named(ArrowBatches batches, String name) {
        return Duck.named(duck, batches, name);
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return duck.prepareStatement(sql);
    }

    /** Asks what may take long. */
    ResultSet ask(PreparedStatement statement) throws SQLException {
        return job.whileRunning(statement, statement::executeQuery);
    }

    /** Returns the text that is asked for by a name; an empty one where there is none. */
    String text(String sql, String name) throws SQLException {
        try (var asked = prepare(sql)) {
            asked.setString(1, name);
            try (var found = asked.executeQuery()) {
                return found.next() ? Objects.requireNonNullElse(found.getString(1), "") : "";
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = duck.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Makes a table by a query, which begins on a line of its own, so that lines are its own but for one.
     *
     * @param kind such as {@code TEMP TABLE}
     */
    void create(String kind, String table, String query, List<Object> values) throws SQLException {
        var sql =
                "CREATE OR REPLACE %s %s AS (\n%s\n)"
                        .formatted(kind, CsvScan.identifier(table), withoutEnd(query));
        try (var statement = duck.prepareStatement(sql)) {
            SqlValues.bind(statement, values, true, false);
            job.whileRunning(statement, statement::execute);
        }
    }

    private static String withoutEnd(String query) {
        return query.stripTrailing().replaceFirst(";$", "");
    }

    @Override
    public void close() throws SQLException {
        duck.close();
    }
}
