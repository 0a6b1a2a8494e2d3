package himalia.featurestore;

import himalia.display.bundle.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The SQLite file behind a feature store, or a database in memory. It is kept open, because predictions wait for it; other
 * processes may use it at the same time.
 */
final class StoreFile implements AutoCloseable {
    private static final int VERSION = 3;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String IN_MEMORY = "jdbc:sqlite::memory:";
    private static final String[] TABLES = {
        // What predictions read: the latest row of each entity, and those whose time is still to
        // come.
        "create table if not exists online (view text not null, entity text not null, event integer not null, created integer not null, cells text not null, primary key (view, entity, event)) without rowid",
        // What was pushed for training, in the order in which it came.
        "create table if not exists pushed (id integer primary key, view text not null, entity text not null, event integer not null, created integer not null, cells text not null)",
        "create index if not exists pushed_of_view on pushed (view, id)",
        "create table if not exists progress (view text primary key, until integer not null, done integer not null)",
        "create table if not exists requests (id integer primary key, asked integer not null, features text not null, entities text not null, answer text not null)",
        // Since version 2: how far files have been pushed.
        "create table if not exists followed (view text not null, file text not null, bytes integer not null, lines integer not null, tail text not null, primary key (view, file)) without rowid",
        // Since version 3: which rows were copied, and of which source. Of rows that are there
        // nobody
        // knows: a copy marks those of them that it would write.
        "alter table online add column copied integer not null default 0",
        "alter table progress add column source text not null default ''",
    };

    /** Something done with the open file. */
    interface Work<R> {
        R with(Connection connection) throws SQLException;
    }

    private final String name;
    private final String url;
    private final Connection connection;

    private StoreFile(String name, String url, Connection connection) {
        this.name = name;
        this.url = url;
        this.connection = connection;
    }

    static StoreFile inMemory() {
        return open("in memory", IN_MEMORY);
    }

    static StoreFile at(Path file) {
        try {
            WholeFile.makeFolder(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException(
                            "the feature store '%s' cannot be made: %s"
                                    .formatted(file.getParent(), e.getMessage()),
                            e));
        }
        return open("'" + file + "'", "jdbc:sqlite:" + file);
    }

    private static StoreFile open(String name, String url) {
        var config = new SQLiteConfig();
        config.setBusyTimeout(PATIENCE_MILLIS);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        // Whoever begins by reading and goes on writing can be refused in the middle.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        try {
            var file = new StoreFile(name, url, connect(config, url));
            try {
                file.inTransaction(file::prepare);
                return file;
            } catch (IllegalArgumentException | StoreUnavailable e) {
                file.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalArgumentException(new StoreUnavailable(name, e).getMessage(), e);
        } catch (StoreUnavailable e) {
            // Who names a file that is no store has made a slip.
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Who makes a file one of WAL waits for nobody: where two open a new one at once, the second tries again. */
    private static Connection connect(SQLiteConfig config, String url) throws SQLException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                return config.createConnection(url);
            } catch (SQLiteException e) {
                if (e.getResultCode() != SQLiteErrorCode.SQLITE_BUSY || System.nanoTime() > end) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
                if (Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
        }
    }

    /** Opens the same file once more, so that nobody waits for what is done with this one; one in memory is the same. */
    StoreFile again() {
        return url.equals(IN_MEMORY) ? this : open(name, url);
    }

    /** Reads: one statement sees one state of the file. */
    synchronized <R> R read(Work<R> work) {
        try {
            checkOpen();
            return work.with(connection);
        } catch (SQLException e) {
            throw new StoreUnavailable(name, e);
        }
    }

    /** Writes all or nothing, also when the process is killed. */
    synchronized <R> R inTransaction(Work<R> work) {
        try {
            checkOpen();
            connection.setAutoCommit(false);
            try {
                var result = work.with(connection);
                connection.commit();
                return result;
            } finally {
                // Undoes what was not committed, however it was left; after a commit there is
                // nothing.
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new StoreUnavailable(name, e);
        }
    }

    private void checkOpen() throws SQLException {
        if (connection.isClosed()) {
            throw new IllegalStateException(
                    "the feature store %s is closed; open it again".formatted(name));
        }
    }

    private Void prepare(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new IllegalArgumentException(
                    "the feature store %s was written by a newer Himalia (version %d, this one reads %d); update Himalia, or name another folder"
                            .formatted(name, version, VERSION));
        }
        if (version < VERSION) {
            try (var statement = connection.createStatement()) {
                for (var table : TABLES) {
                    statement.executeUpdate(table);
                }
                statement.executeUpdate("pragma user_version = " + VERSION);
            }
        }
        return null;
    }

    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("pragma user_version")) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new StoreUnavailable(name, e);
        }
    }
}
