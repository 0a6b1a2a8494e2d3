package himalia.featurestore;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** How old what predictions read is. */
final class Freshness {
    private final StringColumn view = StringColumn.create("view");
    private final LongColumn entities = LongColumn.create("entities");
    private final InstantColumn newest = InstantColumn.create("newest");
    private final StringColumn age = StringColumn.create("age");
    private final StringColumn ttl = StringColumn.create("ttl");
    private final LongColumn tooOld = LongColumn.create("too old");
    private final LongColumn toCome = LongColumn.create("to come");
    private final InstantColumn until = InstantColumn.create("materialized until");

    private Freshness() {}

    static Table of(StoreFile file, Collection<KnownView> views, long now) {
        var report = new Freshness();
        for (var view : views) {
            file.read(
                    connection -> {
                        report.add(connection, view.view(), now);
                        return view;
                    });
        }
        return Table.create(
                "freshness",
                report.view,
                report.entities,
                report.newest,
                report.age,
                report.ttl,
                report.tooOld,
                report.toCome,
                report.until);
    }

    private void add(Connection connection, FeatureView known, long now) throws SQLException {
        view.append(known.name());
        boolean isForever = known.ttlNanos() == Long.MAX_VALUE;
        ttl.append(known.ttlWords());
        try (var query =
                connection.prepareStatement(
                        "select count(*), max(event), sum(event < ?) from (select max(event) as event from online where view = ? and event <= ? group by entity)")) {
            query.setLong(1, isForever ? Long.MIN_VALUE : now - known.ttlNanos());
            query.setString(2, known.name());
            query.setLong(3, now);
            try (var found = query.executeQuery()) {
                found.next();
                entities.append(found.getLong(1));
                long latest = found.getLong(2);
                if (found.wasNull()) {
                    newest.appendMissing();
                    age.appendMissing();
                } else {
                    newest.append(Moments.instant(latest));
                    age.append(words(now - latest));
                }
                tooOld.append(found.getLong(3));
            }
        }
        toCome.append(OnlineRows.toCome(connection, known.name(), now));
        var reached = OnlineRows.until(connection, known.name());
        if (reached.isPresent()) {
            until.append(Moments.instant(reached.getAsLong()));
        } else {
            until.appendMissing();
        }
    }

    /** Writes a span of time in its two largest units. */
    static String words(long nanos) {
        var span = Duration.ofNanos(nanos);
        if (span.toDays() > 0) {
            return "%d d %d h".formatted(span.toDays(), span.toHoursPart());
        }
        if (span.toHours() > 0) {
            return "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
        }
        if (span.toMinutes() > 0) {
            return "%d min %d s".formatted(span.toMinutes(), span.toSecondsPart());
        }
        return span.getNano() == 0
                ? "%d s".formatted(span.toSeconds())
                : "%d ms".formatted(span.toMillis());
    }
}
