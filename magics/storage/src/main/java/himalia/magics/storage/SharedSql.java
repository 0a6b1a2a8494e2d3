package himalia.magics.storage;

import himalia.magics.spi.Notebook;
import himalia.storage.Sql;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The database in memory that the cells of a notebook share. */
final class SharedSql {
    private static @Nullable Sql open;

    private SharedSql() {}

    static synchronized Sql of(Notebook notebook) {
        if (open == null) {
            var sql = Sql.open();
            notebook.onEnd("the tables that %%sql made", sql::close);
            open = sql;
        }
        return open;
    }

    /** Returns a file's name as one from the notebook's folder; a URL as it is. */
    static String resolved(String database, Path folder) {
        try {
            return database.startsWith("jdbc:") ? database : folder.resolve(database).toString();
        } catch (InvalidPathException e) {
            return database;
        }
    }
}
