package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.table.Tables;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that an older Himalia wrote is read by this one. */
class OldStoreTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final String[] VERSION_2 = {
        "create table online (view text not null, entity text not null, event integer not null, created integer not null, cells text not null, primary key (view, entity, event)) without rowid",
        "create table pushed (id integer primary key, view text not null, entity text not null, event integer not null, created integer not null, cells text not null)",
        "create index pushed_of_view on pushed (view, id)",
        "create table progress (view text primary key, until integer not null, done integer not null)",
        "create table requests (id integer primary key, asked integer not null, features text not null, entities text not null, answer text not null)",
        "create table followed (view text not null, file text not null, bytes integer not null, lines integer not null, tail text not null, primary key (view, file)) without rowid",
        "pragma user_version = 2",
    };

    @TempDir Path folder;

    record Rate(int driver_id, Instant event_time, double rate) {}

    private static FeatureView view(Rate... rates) {
        return FeatureView.of(
                "stats",
                new Entity("driver", "driver_id"),
                FeatureSource.of(Tables.of(List.of(rates)), "event_time"));
    }

    private static Rate rate(int driver, double rate) {
        return new Rate(driver, NOON.minusSeconds(60), rate);
    }

    private static @Nullable Object online(FeatureStore store, int driver) {
        var rows = store.getOnlineFeatures(List.of(Map.of("driver_id", driver)), "stats:rate");
        return Tables.isMissing(rows.column("rate"), 0) ? null : rows.column("rate").get(0);
    }

    /** Drivers 1 and 2 were copied of a table, driver 4 was pushed to predictions alone. */
    private void write() throws SQLException {
        long event = Moments.nanos(NOON.minusSeconds(60));
        try (var open = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("online.db"));
                var statement = open.createStatement()) {
            for (var table : VERSION_2) {
                statement.executeUpdate(table);
            }
            for (int driver : new int[] {1, 2, 4}) {
                statement.executeUpdate(
                        "insert into online values ('stats', '%d', %d, %d, '{\"rate\":0.%d}')"
                                .formatted(
                                        driver,
                                        event,
                                        driver == 4 ? event : Moments.MISSING,
                                        driver));
            }
            statement.executeUpdate(
                    "insert into progress values ('stats', %d, %d)"
                            .formatted(Moments.nanos(NOON), Moments.nanos(NOON)));
        }
    }

    @Test
    void whatWasPushedStaysWhenAViewHasAnotherTable() throws SQLException {
        write();
        try (var store = FeatureStore.at(folder, new SetClock(NOON))) {
            store.apply(view(rate(1, 0.1), rate(2, 0.2)));
            var copied = store.materializeIncremental(NOON);
            assertThat(copied.intColumn("rows").get(0)).as("all are there").isZero();
            store.apply(view(rate(1, 5.0), rate(3, 7.0)));
            assertThat(online(store, 2)).isEqualTo(0.2);
            store.materializeIncremental(NOON);
            assertThat(online(store, 1)).isEqualTo(5.0);
            assertThat(online(store, 2)).as("copied of the table before").isNull();
            assertThat(online(store, 4)).as("pushed").isEqualTo(0.4);
        }
    }
}
