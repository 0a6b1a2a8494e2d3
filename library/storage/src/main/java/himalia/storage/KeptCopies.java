package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/**
 * Copies of large tables, each under the tag of its values, in a database in memory beside the one that is asked. There they
 * are packed, and queries read less. A connection of its own makes them, so that they come and go with no transaction.
 */
final class KeptCopies {
    /** What the name of their database begins with. */
    static final String DATABASE = "kept rows ";

    /** In rows: fewer are copied faster than they are compared. */
    private static final int WORTH_KEEPING = 20_000;

    private static final int MOST_KEPT = 4;

    private static final long MOST_CELLS = 20_000_000;

    private final DuckDBConnection duck;

    /** Connections to one file share what is attached. */
    private final String database = CsvScan.identifier(DATABASE + UUID.randomUUID());

    /** How many cells each has, by its tag; what was asked for last stands last. */
    private final Map<String, Long> cells = new LinkedHashMap<>();

    /** Which of them a name means now. */
    private final Map<String, String> byName = new HashMap<>();

    private boolean isAttached;

    KeptCopies(DuckDBConnection duck) {
        this.duck = duck;
    }

    /** Returns whether a table is kept: it is large, and not too large. */
    static boolean mayKeep(Table table) {
        return table.rowCount() >= WORTH_KEEPING && cells(table) <= MOST_CELLS;
    }

    private static long cells(Table table) {
        return (long) table.rowCount() * table.columnCount();
    }

    /** Returns what stands behind FROM to read one. */
    String from(String tag) {
        return database + ".main." + CsvScan.identifier(tag);
    }

    /** Returns whether there is one; if not, it is made, but for within a transaction, which would not see it. */
    synchronized boolean has(String tag, Table table, FileWork job)
            throws IOException, SQLException {
        if (cells.containsKey(tag)) {
            return true;
        }
        if (isWithinTransaction()) {
            return false;
        }
        try (var own = duck.duplicate();
                var statement = own.createStatement()) {
            if (!isAttached) {
                statement.execute(
                        "ATTACH ':memory:' AS %s (COMPRESS, READ_WRITE)".formatted(database));
                isAttached = true;
            }
            CopiedRows.make(own, statement, "CREATE OR REPLACE TABLE " + from(tag), table, job);
            cells.put(tag, cells(table));
            // What is in memory is packed when it is said.
            job.whileRunning(statement, () -> statement.execute("CHECKPOINT " + database));
        }
        return true;
    }

    /** Outside of one each statement is a transaction of its own. */
    private boolean isWithinTransaction() throws SQLException {
        try (var statement = duck.createStatement()) {
            long first = transaction(statement);
            return transaction(statement) == first;
        }
    }

    private static long transaction(Statement statement) throws SQLException {
        try (var number = statement.executeQuery("SELECT txid_current()")) {
            number.next();
            return number.getLong(1);
        }
    }

    /** Notes that a name means one. */
    synchronized void use(String name, String tag) throws SQLException {
        byName.put(name.toLowerCase(Locale.ROOT), tag);
        var count = cells.remove(tag);
        if (count != null) {
            cells.put(tag, count);
        }
        dropOld();
    }

    /** Notes that a name means none any more. */
    synchronized void release(String name) throws SQLException {
        if (byName.remove(name.toLowerCase(Locale.ROOT)) != null) {
            dropOld();
        }
    }

    /** The newest stay, and what has a name. */
    private void dropOld() throws SQLException {
        var old = new ArrayList<String>();
        int count = 0;
        long sum = 0;
        var newest = new ArrayList<>(cells.entrySet());
        Collections.reverse(newest);
        for (var copy : newest) {
            count++;
            sum += copy.getValue();
            if ((count > MOST_KEPT || sum > MOST_CELLS) && !byName.containsValue(copy.getKey())) {
                old.add(copy.getKey());
            }
        }
        // A view that is taken away within a transaction may come back.
        if (old.isEmpty() || isWithinTransaction()) {
            return;
        }
        try (var own = duck.duplicate();
                var statement = own.createStatement()) {
            for (var tag : old) {
                cells.remove(tag);
                statement.execute("DROP TABLE IF EXISTS " + from(tag));
            }
        }
    }

    /** Lets go of all: another connection may keep the database open. */
    synchronized void close() throws SQLException {
        if (isAttached && !duck.isClosed()) {
            try (var own = duck.duplicate();
                    var statement = own.createStatement()) {
                statement.execute("DETACH DATABASE IF EXISTS " + database);
            }
        }
    }
}
