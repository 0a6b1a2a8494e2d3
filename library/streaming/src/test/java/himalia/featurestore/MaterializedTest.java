package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.model.Feature;
import himalia.storage.Storage;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What history says at a moment is what predictions read then, however rows came. */
class MaterializedTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
    private static final Entity DRIVER = new Entity("driver", "driver_id");

    private final SetClock clock = new SetClock(NOON);

    record Rate(int driver_id, Instant event_time, double rate) {}

    private static Table rates(Rate... rates) {
        return Tables.of(List.of(rates));
    }

    private static Rate rate(int driver, long secondsAgo, double rate) {
        return new Rate(driver, NOON.minusSeconds(secondsAgo), rate);
    }

    private static FeatureView view(Table rows) {
        return FeatureView.of("stats", DRIVER, FeatureSource.of(rows, "event_time"));
    }

    private static int copied(Table materialized) {
        return materialized.intColumn("rows").get(0);
    }

    private static @Nullable Object online(FeatureStore store, int driver) {
        var rows = store.getOnlineFeatures(List.of(Map.of("driver_id", driver)), "stats:rate");
        return Tables.isMissing(rows.column("rate"), 0) ? null : rows.column("rate").get(0);
    }

    private static @Nullable Object history(FeatureStore store, int driver, Instant at) {
        var asking = List.of(Map.of("driver_id", driver, "event_timestamp", at));
        var rows = store.historicalFeatures(asking, "stats:rate");
        return Tables.isMissing(rows.column("rate"), 0) ? null : rows.column("rate").get(0);
    }

    private void checkEqual(FeatureStore store, int... drivers) {
        for (int driver : drivers) {
            assertThat(online(store, driver))
                    .as("driver %d", driver)
                    .isEqualTo(history(store, driver, clock.instant()));
        }
    }

    @Test
    void aViewOfAnotherTableIsCopiedAnew() {
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(view(rates(rate(1, 60, 0.5), rate(2, 60, 0.7))));
            store.materializeIncremental(NOON);
            store.apply(view(rates(rate(1, 60, 5.0), rate(3, 60, 7.0))));
            assertThat(online(store, 1)).as("nothing goes before it is copied").isEqualTo(0.5);
            assertThat(copied(store.materializeIncremental(NOON))).isEqualTo(2);
            checkEqual(store, 1, 2, 3);
            assertThat(online(store, 1)).isEqualTo(5.0);
            assertThat(online(store, 2)).isNull();
        }
    }

    @Test
    void aViewOfAnotherTableIsCopiedAnewFromAMomentOnToo() {
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(view(rates(rate(1, 60, 0.5), rate(2, 10, 0.7))));
            store.materializeIncremental(NOON);
            store.apply(view(rates(rate(1, 90, 5.0))));
            store.materialize(NOON.minusSeconds(100), NOON);
            checkEqual(store, 1, 2);
        }
    }

    @Test
    void theSameRowsAppliedAgainAreNotCopiedAgain(@TempDir Path folder) {
        try (var store = FeatureStore.at(folder, clock)) {
            store.apply(view(rates(rate(1, 60, 0.5))));
            store.materializeIncremental(NOON);
        }
        try (var store = FeatureStore.at(folder, clock)) {
            store.apply(view(rates(rate(1, 60, 0.5))));
            assertThat(copied(store.materializeIncremental(NOON))).isZero();
            store.apply(view(rates(rate(1, 60, 0.6))));
            assertThat(copied(store.materializeIncremental(NOON))).isEqualTo(1);
            checkEqual(store, 1);
        }
    }

    @Test
    void whatWasPushedStaysWhenAViewHasAnotherTable() {
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(view(rates(rate(1, 60, 0.5))));
            store.materializeIncremental(NOON);
            store.push("stats", rates(rate(4, 5, 0.4)), PushTo.ONLINE);
            store.apply(view(rates(rate(3, 60, 7.0))));
            store.materializeIncremental(NOON);
            assertThat(online(store, 4)).isEqualTo(0.4);
            assertThat(online(store, 1)).isNull();
        }
    }

    @Test
    void aFeatureThatIsNewIsCopiedForRowsThatWereThere() {
        var source =
                FeatureSource.of(
                        Tables.of(
                                List.of(List.of(1, NOON.minusSeconds(60), 0.5, 7)),
                                "driver_id",
                                "event_time",
                                "rate",
                                "trips"),
                        "event_time");
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(FeatureView.of("stats", DRIVER, source).features("trips"));
            store.materializeIncremental(NOON);
            store.apply(FeatureView.of("stats", DRIVER, source).features("trips", "rate"));
            store.materializeIncremental(NOON);
            checkEqual(store, 1);
            assertThat(online(store, 1)).isEqualTo(0.5);
        }
    }

    @Test
    void upToATimeToComeIsNoMarkOfWhatHasNotHappened(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.parquet");
        Storage.write(rates(rate(1, 60, 0.5)), file);
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(FeatureView.of("stats", DRIVER, FeatureSource.of(file, "event_time")));
            store.materializeIncremental(NOON.plus(Duration.ofDays(400)));
            assertThat(store.freshness().instantColumn("materialized until").get(0))
                    .isEqualTo(NOON);
            Storage.write(rates(rate(1, 60, 0.5), rate(1, -300, 0.9)), file);
            clock.set(NOON.plusSeconds(600));
            assertThat(copied(store.materializeIncremental(clock.instant()))).isEqualTo(1);
            checkEqual(store, 1);
        }
    }

    @Test
    void aRowThatCameLateIsCopiedThoughNothingSaysWhenItWasWritten(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("stats.parquet");
        Storage.write(rates(rate(1, 3600, 0.5), rate(2, 3600, 0.5)), file);
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(FeatureView.of("stats", DRIVER, FeatureSource.of(file, "event_time")));
            store.materializeIncremental(NOON);
            Storage.write(rates(rate(1, 3600, 0.5), rate(1, 60, 0.9), rate(2, 3600, 0.6)), file);
            clock.set(NOON.plusSeconds(600));
            assertThat(copied(store.materializeIncremental(clock.instant()))).isEqualTo(2);
            checkEqual(store, 1, 2);
            assertThat(copied(store.materializeIncremental(clock.instant()))).isZero();
        }
    }

    @Test
    void whatIsOlderThanAFirstCopyIsCopiedByTheNext() {
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(view(rates(rate(1, 3600, 0.5), rate(2, 60, 0.7))));
            store.materialize(NOON.minusSeconds(100), NOON);
            assertThat(online(store, 1)).isNull();
            store.materializeIncremental(NOON);
            checkEqual(store, 1, 2);
        }
    }

    @Test
    void aViewOfNoEntityIsAskedAlone() {
        var source = FeatureSource.pushed("event_time", Feature.number("rate"));
        try (var store =
                FeatureStore.inMemory(clock).apply(FeatureView.of("rates", List.of(), source))) {
            store.push("rates", List.of(Map.of("event_time", NOON, "rate", 1.5)));
            for (var alone :
                    List.of(
                            store.getOnlineFeatures(List.of(Map.of()), "rates:rate"),
                            store.getOnlineFeatures(Table.create("alone"), "rates:rate"))) {
                assertThat(alone.doubleColumn("rate").asList()).containsExactly(1.5);
            }
            var twice = store.getOnlineFeatures(List.of(Map.of(), Map.of()), "rates:rate");
            assertThat(twice.doubleColumn("rate").asList()).containsExactly(1.5, 1.5);
        }
    }
}
