package himalia.magics.storage;

import himalia.display.bundle.MimeBundle;
import himalia.magics.spi.MagicException;
import himalia.magics.spi.Notebook;
import himalia.storage.Sql;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/** A database of the user's, open for one cell. */
final class OwnDatabase {
    private OwnDatabase() {}

    /** Asks it; a transaction ends with the cell. */
    static @Nullable Table ask(Notebook notebook, String database, SharedSql.Query query) {
        var sql = Sql.open(database);
        Table result;
        try {
            result = query.ask(sql, new HashSet<>(), new DoneStatements(true));
        } catch (RuntimeException e) {
            closed(notebook, sql);
            throw e;
        }
        if (closed(notebook, sql)) {
            throw new MagicException(
                    "the transaction was not committed and is undone: with --db it ends with its cell; write commit at its end");
        }
        return result;
    }

    /** Undoes what is open, and says whether something was. What ran is done: a database that fails only now is told of. */
    private static boolean closed(Notebook notebook, Sql sql) {
        boolean undone = false;
        try (sql) {
            undone = sql.undo();
        } catch (IllegalArgumentException e) {
            notebook.display(
                    MimeBundle.plain(
                            "The statements ran; then the database could not say whether a transaction is open: "
                                    + e.getMessage()));
        }
        return undone;
    }
}
