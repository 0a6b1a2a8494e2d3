package himalia.storage;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** Connects to DuckDB. */
final class OpenDuck {
    static final String IN_MEMORY = "jdbc:duckdb:";

    /** Where DuckDB puts what does not fit, unless it was told. */
    private static final String SHARED_SPILL = ".tmp";

    /** It knows how far it is only where a bar is wanted; ours is drawn elsewhere. */
    private static final String SESSION =
            "SET TimeZone = 'UTC'; SET enable_progress_bar = true;"
                    + " SET enable_progress_bar_print = false;";

    private OpenDuck() {}

    /** Connects to what reads and writes files, so that a result comes row by row. */
    static DuckDBConnection streaming() throws SQLException {
        // Without it the whole result waits in memory.
        return forFiles(true);
    }

    /** Connects to the same so that what is wrong with a row is told in full: with a stream it would not be. */
    static DuckDBConnection asking() throws SQLException {
        return forFiles(false);
    }

    /**
     * To open a database takes a fifth of the time in which a million rows are read. One in memory, with nothing in it but
     * what a connection keeps to itself, is opened for all work on files.
     */
    private static DuckDBConnection forFiles(boolean isStream) throws SQLException {
        var connection = Files.get().duplicate();
        try (var statement = connection.createStatement()) {
            statement.execute(
                    SESSION + " SET " + DuckDBDriver.JDBC_STREAM_RESULTS + " = " + isStream);
            return connection;
        } catch (SQLException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    /** The database of all work on files. */
    private static final class Files {
        private static @Nullable DuckDBConnection opened;

        private Files() {}

        static synchronized DuckDBConnection get() throws SQLException {
            var known = opened;
            if (known == null || known.isClosed()) {
                var properties = new Properties();
                properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "false");
                known = connect(IN_MEMORY, properties);
                opened = known;
            }
            return known;
        }
    }

    /** Connects so that what is wrong with a row is told in full: with a stream it would not be. */
    static DuckDBConnection at(String url) throws SQLException {
        return connect(url, new Properties());
    }

    private static DuckDBConnection connect(String url, Properties properties) throws SQLException {
        var connection = (DuckDBConnection) DriverManager.getConnection(url, properties);
        try (var statement = connection.createStatement()) {
            statement.execute(SESSION);
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
