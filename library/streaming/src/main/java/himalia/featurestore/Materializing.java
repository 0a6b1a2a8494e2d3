package himalia.featurestore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
            var latest = latest(view, Moments.nanos(from), Moments.nanos(to));
            copy(view, latest, latest, Moments.nanos(to));
            add(view, latest.size());
        }
        return Table.create("materialized", views, rows);
    }

    /**
     * Copies what predictions do not read yet. All rows are looked at: one may have come later than others of its time, and nothing
     * need say so.
     */
    Table run(Instant to, List<KnownView> chosen) {
        for (var view : chosen) {
            var latest = latest(view, Moments.MISSING + 1, Moments.nanos(to));
            add(view, copy(view, latest, unread(view, latest), Moments.nanos(to)));
        }
        return Table.create("materialized", views, rows);
    }

    private void add(KnownView view, int copied) {
        views.append(view.name());
        rows.append(copied);
    }

    /** Returns of each entity the latest row of a span, both ends included, and those whose time is still to come. */
    private List<SavedRow> latest(KnownView known, long from, long to) {
        var all = store.rows(known);
        var entities = all.entities().clone();
        for (int row = 0; row < entities.length; row++) {
            if (all.times()[row] < from || all.times()[row] > to) {
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
        return latest;
    }

    /** Returns the rows that predictions do not read; others would wait while all are written. */
    private List<SavedRow> unread(KnownView known, List<SavedRow> latest) {
        var unread = new LinkedHashMap<OnlineRows.Place, SavedRow>();
        latest.forEach(row -> unread.put(new OnlineRows.Place(row.entity(), row.event()), row));
        store.file().read(connection -> OnlineRows.leaveOut(connection, known.name(), unread));
        return List.copyOf(unread.values());
    }

    /**
     * Writes rows, and returns how many predictions did not read so far.
     *
     * @param latest all, which are written where those of another source go
     * @param unread those of them that are not there
     */
    private int copy(KnownView known, List<SavedRow> latest, List<SavedRow> unread, long to) {
        return store.file()
                .inTransaction(
                        connection -> {
                            var rows =
                                    OnlineRows.forgetOthers(connection, known.name(), known.print())
                                            ? latest
                                            : unread;
                            var told =
                                    LongWork.through(
                                            "rows of " + known.name() + " materialised", rows);
                            int changed =
                                    OnlineRows.write(connection, known.name(), told, now, true);
                            OnlineRows.markOld(
                                    connection,
                                    known.name(),
                                    LongWork.through("rows of " + known.name() + " marked", latest));
                            // Nobody knows yet what happens up to a time to come.
                            OnlineRows.setUntil(
                                    connection,
                                    known.name(),
                                    Math.min(to, now),
                                    now,
                                    known.print());
                            return changed;
                        });
    }
}
