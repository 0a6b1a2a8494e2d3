package himalia.experiments;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/**
 * The SQLite file behind a run log. It is opened for each request and closed after it, so any number of notebooks
 * and processes may share it: they wait for each other.
 */
final class RunFile {
    private static final int VERSION = 1;
    private static final int PATIENCE_MILLIS = 20_000;

    /** Something done with the open file. */
    interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    private final Path path;

    RunFile(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    boolean exists() {
        return Files.exists(path);
    }

    /** Does some work as one transaction. */
    <R> R inTransaction(Work<R> work) {
        try {
            WholeFile.makeFolder(path);
            try (var connection = config().createConnection("jdbc:sqlite:" + path)) {
                connection.setAutoCommit(false);
                prepare(connection);
                var result = work.with(connection);
                connection.commit();
                return result;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException(
                            "the run log '" + path + "' cannot be made: " + e.getMessage(), e));
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "the run log '%s' cannot be used: %s; is it a run log, and may it be written?"
                            .formatted(path, e.getMessage()),
                    e);
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // Whoever begins by reading and goes on writing can be refused in the middle; this waits at
        // the door instead.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        return config;
    }

    private void prepare(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new IllegalArgumentException(
                    "the run log '%s' was written by a newer Himalia (version %d, this one reads %d); update Himalia, or name another file"
                            .formatted(path, version, VERSION));
        }
        if (version == VERSION) {
            return;
        }
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "create table runs (id integer primary key autoincrement, name text not null, started integer not null)");
            statement.executeUpdate(
                    "create table params (run integer not null references runs, name text not null, value text not null, primary key (run, name))");
            statement.executeUpdate(
                    "create table tags (run integer not null references runs, name text not null, value text not null, primary key (run, name))");
            statement.executeUpdate(
                    "create table metrics (run integer not null references runs, name text not null, step integer not null, value real)");
            statement.executeUpdate("create index metrics_of_run on metrics (run, name, step)");
            statement.executeUpdate("pragma user_version = " + VERSION);
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
