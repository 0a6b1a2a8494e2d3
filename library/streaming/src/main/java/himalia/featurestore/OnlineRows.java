package himalia.featurestore;

import com.google.gson.JsonParser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What predictions read: of each entity the latest row, and those whose time is still to come. */
final class OnlineRows {
    private static final int ROWS_A_BATCH = 10_000;

    private OnlineRows() {}

    /**
     * Writes rows, and returns how many are others than what was there. One that is older changes nothing; of two of one time the
     * one that was written later counts.
     *
     * @param now the moment up to which only the latest row is kept
     * @param isCopied whether they are of the view's source, and go when it has another one
     */
    static int write(
            Connection connection, String view, Iterable<SavedRow> rows, long now, boolean isCopied)
            throws SQLException {
        int changed = 0;
        try (var insert =
                        connection.prepareStatement(
                                "insert into online select ?1, ?2, ?3, ?4, ?5, ?6 where not exists (select 1 from online where view = ?1 and entity = ?2 and event > ?3 and event <= ?7) on conflict (view, entity, event) do update set created = excluded.created, cells = excluded.cells, copied = excluded.copied where excluded.created > created or excluded.created = created and excluded.cells <> cells");
                var prune =
                        connection.prepareStatement(
                                "delete from online where view = ? and entity = ? and event < (select max(event) from online where view = ? and entity = ? and event <= ?)")) {
            int waiting = 0;
            for (var row : rows) {
                set(insert, view, row);
                insert.setBoolean(6, isCopied);
                insert.setLong(7, now);
                insert.addBatch();
                prune.setString(1, view);
                prune.setString(2, row.entity());
                prune.setString(3, view);
                prune.setString(4, row.entity());
                prune.setLong(5, now);
                prune.addBatch();
                if (++waiting % ROWS_A_BATCH == 0) {
                    changed += sum(insert.executeBatch());
                    prune.executeBatch();
                }
            }
            changed += sum(insert.executeBatch());
            prune.executeBatch();
        }
        return changed;
    }

    private static int sum(int[] counts) {
        return Arrays.stream(counts).sum();
    }

    /** Keeps rows for training. */
    static void keep(Connection connection, String view, Iterable<SavedRow> rows)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into pushed (view, entity, event, created, cells) values (?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (var row : rows) {
                set(insert, view, row);
                insert.addBatch();
                if (++waiting % ROWS_A_BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, String view, SavedRow row)
            throws SQLException {
        statement.setString(1, view);
        statement.setString(2, row.entity());
        statement.setLong(3, row.event());
        statement.setLong(4, row.created());
        statement.setString(5, row.cells().toString());
    }

    /** Reads the latest row of each entity at or before a moment. */
    static List<Optional<SavedRow>> latest(
            Connection connection, String view, List<String> entities, long[] at)
            throws SQLException {
        var rows = new ArrayList<Optional<SavedRow>>(entities.size());
        try (var query =
                connection.prepareStatement(
                        "select entity, event, created, cells from online where view = ? and entity = ? and event <= ? order by event desc limit 1")) {
            for (int i = 0; i < entities.size(); i++) {
                query.setString(1, view);
                query.setString(2, entities.get(i));
                query.setLong(3, at[i]);
                try (var found = query.executeQuery()) {
                    rows.add(found.next() ? Optional.of(row(found)) : Optional.empty());
                }
            }
        }
        return rows;
    }

    /** Reads what was pushed for training, in the order in which it came. */
    static void pushed(Connection connection, String view, Consumer<SavedRow> each)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select entity, event, created, cells from pushed where view = ? order by id")) {
            query.setString(1, view);
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    each.accept(row(found));
                }
            }
        }
    }

    private static SavedRow row(ResultSet found) throws SQLException {
        return new SavedRow(
                found.getString(1),
                found.getLong(2),
                found.getLong(3),
                JsonParser.parseString(found.getString(4)).getAsJsonObject());
    }

    /** Returns the key of some row of a view. */
    static Optional<String> anyEntity(Connection connection, String view) throws SQLException {
        for (var table : List.of("online", "pushed")) {
            try (var query =
                    connection.prepareStatement(
                            "select entity from " + table + " where view = ? limit 1")) {
                query.setString(1, view);
                try (var found = query.executeQuery()) {
                    if (found.next()) {
                        return Optional.of(found.getString(1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns how many rows are of a time that is still to come. */
    static long toCome(Connection connection, String view, long now) throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select count(*) from online where view = ? and event > ?")) {
            query.setString(1, view);
            query.setLong(2, now);
            return number(query);
        }
    }

    private static long number(PreparedStatement query) throws SQLException {
        try (var found = query.executeQuery()) {
            return found.next() ? found.getLong(1) : 0;
        }
    }

    /** Returns up to when a view has been materialised. */
    static OptionalLong until(Connection connection, String view) throws SQLException {
        try (var query = connection.prepareStatement("select until from progress where view = ?")) {
            query.setString(1, view);
            try (var found = query.executeQuery()) {
                return found.next() ? OptionalLong.of(found.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    /** Returns those of some rows that are not there as they are. */
    static List<SavedRow> unread(Connection connection, String view, Iterable<SavedRow> rows)
            throws SQLException {
        var unread = new ArrayList<SavedRow>();
        try (var query =
                connection.prepareStatement(
                        "select 1 from online where view = ? and entity = ? and event = ? and created = ? and cells = ?")) {
            for (var row : rows) {
                set(query, view, row);
                try (var found = query.executeQuery()) {
                    if (!found.next()) {
                        unread.add(row);
                    }
                }
            }
        }
        return unread;
    }

    /**
     * Forgets what was copied of a source that a view no longer has, and returns whether there was one; what a Himalia before this
     * one copied says no source.
     */
    static boolean forgetOthers(Connection connection, String view, String source)
            throws SQLException {
        try (var old =
                connection.prepareStatement(
                        "delete from progress where view = ? and source not in ('', ?)")) {
            old.setString(1, view);
            old.setString(2, source);
            if (old.executeUpdate() == 0) {
                return false;
            }
        }
        try (var rows =
                connection.prepareStatement("delete from online where view = ? and copied")) {
            rows.setString(1, view);
            rows.executeUpdate();
        }
        return true;
    }

    /**
     * Marks rows as copied that a Himalia before version 3 of the file copied, which did not say so; once, before the first copy says
     * of which source.
     */
    static void markOld(Connection connection, String view, Iterable<SavedRow> rows)
            throws SQLException {
        try (var query =
                connection.prepareStatement(
                        "select 1 from progress where view = ? and source = ''")) {
            query.setString(1, view);
            try (var found = query.executeQuery()) {
                if (!found.next()) {
                    return;
                }
            }
        }
        try (var mark =
                connection.prepareStatement(
                        "update online set copied = 1 where view = ? and entity = ? and event = ? and created = ? and cells = ?")) {
            for (var row : rows) {
                set(mark, view, row);
                mark.executeUpdate();
            }
        }
    }

    static void setUntil(Connection connection, String view, long until, long now, String source)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        "insert into progress values (?, ?, ?, ?) on conflict (view) do update set until = max(min(until, excluded.done), excluded.until), done = excluded.done, source = excluded.source")) {
            insert.setString(1, view);
            insert.setLong(2, until);
            insert.setLong(3, now);
            insert.setString(4, source);
            insert.executeUpdate();
        }
    }

    /** Forgets what predictions read of a view; what was pushed for training stays unless it is to go too. */
    static void forget(Connection connection, String view, boolean isPushedToo)
            throws SQLException {
        var tables =
                isPushedToo
                        ? List.of("online", "progress", "pushed", "followed")
                        : List.of("online", "progress");
        for (var table : tables) {
            try (var delete =
                    connection.prepareStatement("delete from " + table + " where view = ?")) {
                delete.setString(1, view);
                delete.executeUpdate();
            }
        }
    }

    static long countPushed(Connection connection, String view) throws SQLException {
        try (var query =
                connection.prepareStatement("select count(*) from pushed where view = ?")) {
            query.setString(1, view);
            return number(query);
        }
    }
}
