package himalia.featurestore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Copies rows to where predictions read: of each view all or none. */
final class Materializing {
    private final FeatureStore store;
    private final long now;
    private final StringColumn views = StringColumn.create("view");
    private final IntColumn rows = IntColumn.create("rows");

    private Materializing(FeatureStore store, long now) {
        this.store = store;
        this.now = now;
    }

    static Materializing of(FeatureStore store, long now) {
        return new Materializing(store, now);
    }

    Table run(Instant from, Instant to, List<KnownView> chosen) {
        for (var view : chosen) {
            copy(view, Moments.nanos(from), Moments.nanos(to), Long.MAX_VALUE);
        }
        return Table.create("materialized", views, rows);
    }

    /** Copies each view from where its last copy ended. */
    Table run(Instant to, List<KnownView> chosen) {
        for (var view : chosen) {
            OptionalLong until =
                    store.file().read(connection -> OnlineRows.until(connection, view.name()));
            // A correction is written after the time that it is about.
            copy(
                    view,
                    until.orElse(Long.MIN_VALUE + 1),
                    Moments.nanos(to),
                    until.orElse(Long.MAX_VALUE));
        }
        return Table.create("materialized", views, rows);
    }

    /**
     * Copies a view.
     *
     * @param from the earliest event
     * @param to the latest event
     * @param writtenSince rows that were written then or later are copied whatever their time
     */
    private void copy(KnownView known, long from, long to, long writtenSince) {
        var all = store.rows(known);
        var entities = all.entities().clone();
        for (int row = 0; row < entities.length; row++) {
            boolean isNew = all.times()[row] >= from || all.created()[row] >= writtenSince;
            if (!isNew || all.times()[row] > to) {
                entities[row] = -1;
            }
        }
        var keys = all.texts();
        var index = EventIndex.of(entities, keys.size(), all.times(), all.created());
        List<SavedRow> latest = new ArrayList<>();
        try (var work = LongWork.on("entities of " + known.name(), keys.size())) {
            for (int entity = 0; entity < keys.size(); entity++) {
                work.step();
                for (int row : index.since(entity, now)) {
                    latest.add(all.saved(keys.get(entity), row));
                }
            }
        }
        store.file()
                .inTransaction(
                        connection -> {
                            OnlineRows.write(
                                    connection,
                                    known.name(),
                                    LongWork.through(
                                            "rows of " + known.name() + " materialised", latest),
                                    now);
                            OnlineRows.setUntil(connection, known.name(), to, now);
                            return latest;
                        });
        views.append(known.name());
        rows.append(latest.size());
    }
}
