package himalia.featurestore;

import himalia.table.Tables;
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
        var keys = keys(known.view(), rows);
        keys.check(known.kinds(), known.name());
        var saved = saved(known, keys, rows, now);
        file.inTransaction(
                connection -> {
                    // The first row that is pushed says what keys are, and another may have just
                    // been.
                    var entity = OnlineRows.anyEntity(connection, known.name());
                    if (entity.isPresent()) {
                        keys.check(EntityKeys.kinds(entity.get()), known.name());
                    }
                    before.with(connection);
                    if (to != PushTo.OFFLINE) {
                        OnlineRows.write(connection, known.name(), saved, now, false);
                    }
                    if (to != PushTo.ONLINE) {
                        OnlineRows.keep(connection, known.name(), saved);
                    }
                    return saved;
                });
        return saved.size();
    }

    private static EntityKeys keys(FeatureView view, Table rows) {
        return EntityKeys.of(rows, view.joinKeys(), where(view));
    }

    private static String where(FeatureView view) {
        return "the rows pushed to view '%s'".formatted(view.name());
    }

    private static List<SavedRow> saved(KnownView known, EntityKeys keys, Table rows, long now) {
        var view = known.view();
        var where = where(view);
        var given = ViewRows.GivenRows.of(unwritten(view, rows), known.features(), rows);
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
