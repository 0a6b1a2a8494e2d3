package himalia.featurestore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
            copy(view, latest, Optional.empty(), Moments.nanos(to));
            add(view, latest.count());
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

    private LatestRows latest(KnownView known, long from, long to) {
        return LatestRows.of(store.rows(known), from, to, now);
    }

    /**
     * Returns the rows that predictions do not read; nothing where none was copied yet. They are looked for through another
     * connection, and others wait only while those are written.
     */
    private Optional<List<SavedRow>> unread(KnownView known, LatestRows latest) {
        var looking = store.file().again();
        try {
            return looking.read(
                    connection ->
                            OnlineRows.until(connection, known.name()).isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(compared(connection, known, latest)));
        } finally {
            if (looking != store.file()) {
                looking.close();
            }
        }
    }

    private static List<SavedRow> compared(
            Connection connection, KnownView known, LatestRows latest) throws SQLException {
        try (var work = told(known, "compared", latest.count())) {
            return OnlineRows.unread(connection, known.name(), work.each(latest));
        }
    }

    private static LongWork told(KnownView known, String done, int count) {
        return LongWork.on("rows of %s %s".formatted(known.name(), done), count);
    }

    /**
     * Writes rows, and returns how many predictions did not read so far.
     *
     * @param latest all, which are written where those of another source go
     * @param unread those of them that are not there, if it is known
     */
    private int copy(KnownView known, LatestRows latest, Optional<List<SavedRow>> unread, long to) {
        var name = known.name();
        return store.file()
                .inTransaction(
                        connection -> {
                            // Others may have deleted what was there when it was looked at.
                            boolean isNew = OnlineRows.until(connection, name).isEmpty();
                            boolean isOther =
                                    OnlineRows.forgetOthers(connection, name, known.print());
                            boolean isAll = isNew || isOther || unread.isEmpty();
                            int changed =
                                    isAll
                                            ? written(connection, known, latest, latest.count())
                                            : written(
                                                    connection,
                                                    known,
                                                    unread.get(),
                                                    unread.get().size());
                            try (var work = told(known, "marked", latest.count())) {
                                OnlineRows.markOld(connection, name, work.each(latest));
                            }
                            // Nobody knows yet what happens up to a time to come.
                            OnlineRows.setUntil(
                                    connection, name, Math.min(to, now), now, known.print());
                            return changed;
                        });
    }

    private int written(Connection connection, KnownView known, Iterable<SavedRow> rows, int count)
            throws SQLException {
        try (var work = told(known, "materialised", count)) {
            return OnlineRows.write(connection, known.name(), work.each(rows), now, true);
        }
    }
}
