package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;

/** Loads the rows of files, or of a table of the notebook, into a table of a warehouse. */
final class EltLoad {
    private static final String VIEW = "himalia rows";

    private EltLoad() {}

    static void run(EltDatabase duck, String table, EltSource source)
            throws SQLException, IOException {
        var open = new ArrayDeque<AutoCloseable>();
        try {
            var read = duck.open(source);
            open.push(read);
            var batches = read.known();
            open.push(batches);
            TwinNames.refuseTwins(source.path(), batches.names());
            open.push(duck.named(batches, VIEW));
            duck.create("TABLE", table, "FROM " + CsvScan.identifier(VIEW), List.of());
        } catch (SQLException e) {
            throw duck.told(source, e);
        } finally {
            ArrowBatches.closeAll(open);
        }
        // Where it failed, it is gone with the transaction, which takes no statement any more.
        duck.execute("DROP VIEW IF EXISTS " + CsvScan.identifier(VIEW));
    }
}
