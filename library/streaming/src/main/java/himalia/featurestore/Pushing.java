package himalia.featurestore;

import himalia.table.Tables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tech.tablesaw.api.Table;

/** Adds rows to a view. */
final class Pushing {
    private Pushing() {}

    /**
     * Writes rows.
     *
     * @param before is done in the same transaction
     */
    static int push(
            StoreFile file,
            KnownView known,
            Table rows,
            PushTo to,
            long now,
            StoreFile.Work<?> before) {
        var saved = saved(known, rows, now);
        file.inTransaction(
                connection -> {
                    check(connection, known, rows);
                    before.with(connection);
                    if (to != PushTo.OFFLINE) {
                        OnlineRows.write(connection, known.name(), saved, now);
                    }
                    if (to != PushTo.ONLINE) {
                        OnlineRows.keep(connection, known.name(), saved);
                    }
                    return saved;
                });
        return saved.size();
    }

    /** What a view's keys are its first pushed row says, which may have come since the view was looked up. */
    private static void check(Connection connection, KnownView known, Table rows)
            throws SQLException {
        var first = OnlineRows.anyEntity(connection, known.name());
        if (known.kinds().isEmpty() && first.isPresent()) {
            keys(known, rows).check(EntityKeys.kinds(first.get()), known.name());
        }
    }

    private static EntityKeys keys(KnownView known, Table rows) {
        return EntityKeys.of(rows, known.view().joinKeys(), where(known.view()));
    }

    private static String where(FeatureView view) {
        return "the rows pushed to view '%s'".formatted(view.name());
    }

    private static List<SavedRow> saved(KnownView known, Table rows, long now) {
        var view = known.view();
        var where = where(view);
        var given = ViewRows.GivenRows.of(unwritten(view, rows), known.features(), rows);
        var keys = keys(known, rows);
        keys.check(known.kinds(), view.name());
        var source =
                new ViewRows(
                        known,
                        EntityKeys.numbers(),
                        new int[0],
                        given.times(),
                        given.created(),
                        new LinkedHashMap<>(given.columns()));
        var saved = new ArrayList<SavedRow>();
        for (int row = 0; row < rows.rowCount(); row++) {
            var key = keys.key(row);
            if (key == null || given.times()[row] == Moments.MISSING) {
                throw new IllegalArgumentException(
                        "%s: row %d misses %s; a pushed row says what it is about, and when it was so"
                                .formatted(
                                        where,
                                        row,
                                        key == null
                                                ? "its key " + String.join(", ", view.joinKeys())
                                                : "its time " + view.source().eventTime()));
            }
            if (given.created()[row] == Moments.MISSING) {
                given.created()[row] = now;
            }
            saved.add(source.saved(EntityKeys.text(key), row));
        }
        return saved;
    }

    /** A pushed row need not say when it was written. */
    private static FeatureView unwritten(FeatureView view, Table rows) {
        var source = view.source();
        boolean isUnwritten =
                source.createdTime()
                        .filter(name -> !Tables.given(rows).containsColumn(name))
                        .isPresent();
        return isUnwritten
                ? new FeatureView(
                        view.name(),
                        view.entities(),
                        FeatureSource.of(rows, source.eventTime()).zone(source.zone()),
                        view.ttl(),
                        view.features())
                : view;
    }
}
