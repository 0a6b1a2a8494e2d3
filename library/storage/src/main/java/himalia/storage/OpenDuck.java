package himalia.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** Connects to DuckDB. */
final class OpenDuck {
    static final String IN_MEMORY = "jdbc:duckdb:";

    /** Where DuckDB puts what does not fit, unless it was told. */
    private static final String SHARED_SPILL = ".tmp";

    private OpenDuck() {}

    static DuckDBConnection streaming() throws SQLException {
        var properties = new Properties();
        // Without it the whole result waits in memory.
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        return connect(IN_MEMORY, properties);
    }

    /** Connects so that what is wrong with a row is told in full: with a stream it would not be. */
    static DuckDBConnection at(String url) throws SQLException {
        return connect(url, new Properties());
    }

    private static DuckDBConnection connect(String url, Properties properties) throws SQLException {
        var connection = (DuckDBConnection) DriverManager.getConnection(url, properties);
        try (var statement = connection.createStatement()) {
            // It knows how far it is only where a bar is wanted; ours is drawn elsewhere.
            statement.execute(
                    "SET TimeZone = 'UTC'; SET enable_progress_bar = true;"
                            + " SET enable_progress_bar_print = false");
            spillApart(statement);
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    /**
     * A database in memory has no place of its own for what does not fit: DuckDB would take one folder for all of them, with
     * the same names of files in it. It makes the folder when it needs one, and takes it away when it is closed.
     */
    private static void spillApart(Statement statement) throws SQLException {
        try (var now = statement.executeQuery("SELECT current_setting('temp_directory')")) {
            if (!now.next() || !SHARED_SPILL.equals(now.getString(1))) {
                return;
            }
        }
        var own =
                Path.of(
                        System.getProperty("java.io.tmpdir"),
                        "himalia-duckdb-" + UUID.randomUUID());
        statement.execute("SET temp_directory = " + CsvScan.quoted(own.toString()));
    }
}
