package himalia.storage;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.duckdb.DuckDBConnection;
import tech.tablesaw.api.Table;

/**
 * Copies of tables, each under the tag of its values, in a database in memory beside the one that is asked. There they are
 * packed, and queries read less. A connection of its own makes them, so that they come and go with no transaction.
 */
final class KeptCopies {
    /** What the name of their database begins with. */
    static final String DATABASE = "kept rows ";

    /** In rows: fewer are compared and packed in an instant. */
    static final int LARGE = 20_000;

    private static final int MOST_LARGE = 4;

    private static final int MOST_SMALL = 16;

    private static final long MOST_CELLS = 20_000_000;

    private final DuckDBConnection duck;

    /** Connections to one file share what is attached. */
    private final String database = CsvScan.identifier(DATABASE + UUID.randomUUID());

    /** What was asked for last stands last. */
    private final List<Kept> kept = new ArrayList<>();

    /** Which of them a name means now. */
    private final Map<String, Copy> byName = new HashMap<>();

    private boolean isAttached;

    private record Kept(TableTag tag, Copy copy, long cells) {
        boolean isLarge() {
            return copy.rows() >= LARGE;
        }
    }

    KeptCopies(DuckDBConnection duck) {
        this.duck = duck;
    }

    /** Returns whether a table is kept: it is not too large. */
    static boolean mayKeep(Table table) {
        return cells(table) <= MOST_CELLS;
    }

    private static long cells(Table table) {
        return (long) table.rowCount() * table.columnCount();
    }

    /** Returns the newest that has the values of a tag, as far as it knows them. */
    synchronized Optional<Copy> find(TableTag tag) {
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (tag.fits(kept.get(i).tag())) {
                return Optional.of(kept.get(i).copy());
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the one of a table, whose tag is whole. If there is none it is made, but for within a transaction, which would not
     * see it.
     */
    synchronized Optional<Copy> of(TableTag tag, Table table, FileWork job)
            throws IOException, SQLException {
        var found = find(tag);
        if (found.isPresent() || isWithinTransaction(duck)) {
            return found;
        }
        try (var own = duck.duplicate();
                var statement = own.createStatement()) {
            if (!isAttached) {
                statement.execute(
                        "ATTACH ':memory:' AS %s (COMPRESS, READ_WRITE)".formatted(database));
                isAttached = true;
            }
            var from = database + ".main." + CsvScan.identifier(tag.name());
            CopiedRows.make(own, statement, "CREATE OR REPLACE TABLE " + from, table, job);
            var texts = CopiedTexts.of(table, keepsOrder(statement));
            var copy = new Copy(from, table.rowCount(), texts);
            var made = new Kept(tag, copy, cells(table));
            kept.add(made);
            if (made.isLarge()) {
                // What is in memory is packed when it is said.
                job.whileRunning(statement, () -> statement.execute("CHECKPOINT " + database));
            }
            return Optional.of(copy);
        }
    }

    private static boolean keepsOrder(Statement statement) throws SQLException {
        try (var set =
                statement.executeQuery("SELECT current_setting('preserve_insertion_order')")) {
            set.next();
            return set.getBoolean(1);
        }
    }

    /** Returns whether a connection is within one: outside, each statement is a transaction of its own. */
    static boolean isWithinTransaction(DuckDBConnection duck) throws SQLException {
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
    synchronized void use(String name, Copy copy) throws SQLException {
        byName.put(FoldedName.of(name), copy);
        for (var each : List.copyOf(kept)) {
            if (each.copy().equals(copy)) {
                kept.remove(each);
                kept.add(each);
            }
        }
        dropOld();
    }

    /** Notes that a name means none any more. */
    synchronized void release(String name) throws SQLException {
        if (byName.remove(FoldedName.of(name)) != null) {
            dropOld();
        }
    }

    /** The newest stay, and what has a name. */
    private void dropOld() throws SQLException {
        var old = new ArrayList<Kept>();
        int large = 0;
        long sum = 0;
        for (int i = kept.size() - 1; i >= 0; i--) {
            var each = kept.get(i);
            large += each.isLarge() ? 1 : 0;
            sum += each.cells();
            int small = kept.size() - i - large;
            boolean isOld =
                    sum > MOST_CELLS || (each.isLarge() ? large > MOST_LARGE : small > MOST_SMALL);
            if (isOld && !byName.containsValue(each.copy())) {
                old.add(each);
            }
        }
        // A view that is taken away within a transaction may come back.
        if (old.isEmpty() || isWithinTransaction(duck)) {
            return;
        }
        try (var own = duck.duplicate();
                var statement = own.createStatement()) {
            for (var each : old) {
                kept.remove(each);
                statement.execute("DROP TABLE IF EXISTS " + each.copy().from());
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
