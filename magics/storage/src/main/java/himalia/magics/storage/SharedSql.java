package himalia.magics.storage;

import himalia.magics.spi.Notebook;
import himalia.storage.Sql;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** The database in memory that the cells of a notebook share. */
final class SharedSql {
    /** Cells of other shells wait for each other: a cell's tables are there while it runs. */
    private static final ReentrantLock LOCK = new ReentrantLock();

    private static final Set<String> TOLD = new HashSet<>();

    private static DoneStatements done = new DoneStatements(false);

    private static @Nullable Sql open;

    private SharedSql() {}

    /** What a cell asks. */
    interface Query {
        /** Returns its rows; {@code told} are the names that were told of already. */
        @Nullable Table ask(Sql sql, Set<String> told, DoneStatements done);
    }

    /** Asks it; a cell that waits for another one is interrupted as any other. */
    static @Nullable Table ask(Notebook notebook, Query query) {
        try {
            LOCK.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another cell of SQL ran");
        }
        try {
            if (open == null) {
                open = Sql.open();
                done = new DoneStatements(false);
                notebook.onEnd("the tables that %%sql made", open::close);
            }
            return query.ask(open, TOLD, done);
        } finally {
            LOCK.unlock();
        }
    }

    /** Returns a file's name as one from the notebook's folder; a URL as it is. */
    static String resolved(String database, Path folder) {
        try {
            var home = System.getProperty("user.home");
            var file = database.startsWith("~/") ? home + database.substring(1) : database;
            return database.startsWith("jdbc:") ? database : folder.resolve(file).toString();
        } catch (InvalidPathException e) {
            return database;
        }
    }
}
