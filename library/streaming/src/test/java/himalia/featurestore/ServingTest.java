package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.storage.Storage;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** What predictions read, what a store keeps, and whether training sees the same. */
class ServingTest {
    private static final Entity DRIVER = new Entity("driver", "driver_id");

    private record Rate(double rate) {}

    private record Twice(double doubled) {}

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** What a score is computed of. */
    record Trip(double rate, double km) {}

    /** The score. */
    record Score(double score) {}

    @TempDir private Path folder;
    private final SetClock clock = new SetClock(NOON);

    private static Table row(int driver, Instant time, double rate) {
        return Tables.of(List.of(List.of(driver, time, rate)), "driver_id", "event_time", "rate");
    }

    private static FeatureView pushed() {
        return FeatureView.of(
                        "stats", DRIVER, FeatureSource.pushed("event_time", Feature.number("rate")))
                .ttl(Duration.ofHours(1));
    }

    private static Object rate(FeatureStore store) {
        return Joins.values(
                        store.getOnlineFeatures(List.of(Map.of("driver_id", 1)), "stats:rate"),
                        "rate")
                .get(0);
    }

    @Test
    void anOlderRowThatComesLateChangesNothing() {
        try (var store = FeatureStore.inMemory(clock).apply(pushed())) {
            store.push("stats", row(1, NOON, 0.5));
            store.push("stats", row(1, NOON.minusSeconds(60), 0.4));
            assertThat(rate(store)).isEqualTo(0.5);
            store.push("stats", row(1, NOON, 0.6));
            assertThat(rate(store)).as("a correction").isEqualTo(0.6);
        }
    }

    @Test
    void aRowOfTheFutureIsSeenWhenItsTimeHasCome() {
        try (var store = FeatureStore.inMemory(clock).apply(pushed())) {
            store.push("stats", row(1, NOON, 0.5));
            store.push("stats", row(1, NOON.plusSeconds(60), 0.6));
            assertThat(rate(store)).isEqualTo(0.5);
            assertThat(store.freshness().longColumn("to come").asList()).containsExactly(1L);
            clock.set(NOON.plusSeconds(60));
            assertThat(store.freshness().longColumn("to come").asList()).containsExactly(0L);
            assertThat(rate(store)).isEqualTo(0.6);
        }
    }

    @Test
    void aPushIsAllOrNothing() {
        try (var store = FeatureStore.inMemory(clock).apply(pushed())) {
            var rows = row(1, NOON, 0.5).append(row(2, NOON, 0.7));
            rows.column("driver_id").setMissing(1);
            assertThatThrownBy(() -> store.push("stats", rows))
                    .hasMessage(
                            "the rows pushed to view 'stats': row 1 misses its key driver_id; a pushed row says what it is about, and when it was so");
            assertThat(rate(store)).isNull();
            var texts =
                    Tables.of(List.of(List.of(1, NOON, "much")), "driver_id", "event_time", "rate");
            assertThatThrownBy(() -> store.push("stats", texts))
                    .hasMessage(
                            "the rows of view 'stats', row 0: 'rate' is \"much\", and the feature holds numbers");
        }
    }

    @Test
    void aStoreIsFoundAgainWithAllThatItWasTold() throws IOException {
        var file = folder.resolve("stats.parquet");
        Storage.write(row(1, NOON.minusSeconds(600), 0.5), file);
        var at = folder.resolve("store");
        try (var store = FeatureStore.at(at, clock)) {
            store.apply(
                    FeatureView.of("stats", DRIVER, FeatureSource.of(file, "event_time"))
                            .ttl(Duration.ofHours(1)),
                    OnDemandView.sql("score", "rate * km as score", "stats:rate"),
                    new FeatureService("eta", "stats:rate", "score:score"));
            store.materializeIncremental(NOON);
        }
        try (var store = FeatureStore.at(at, clock)) {
            assertThat(rate(store)).isEqualTo(0.5);
            var asking = List.of(Map.of("driver_id", 1, "km", 4, "event_timestamp", NOON));
            assertThat(Joins.values(store.historicalFeatures(asking, "eta"), "score"))
                    .containsExactly(2.0);
            assertThatThrownBy(
                            () ->
                                    HistoryRequest.of(
                                            store,
                                            Tables.of(asking),
                                            Visibility.EVER_CREATED,
                                            "score:score"))
                    .hasMessageContaining("the view 'score' is computed by SQL");
            assertThat(Joins.values(store.getOnlineFeatures(asking, "eta"), "score"))
                    .containsExactly(2.0);
            clock.set(NOON.plusSeconds(3600));
            assertThat(rate(store)).as("too old by now").isNull();
            var fresh = store.freshness();
            assertThat(fresh.print()).contains("stats", "1 h 10 min", "1 h 0 min");
            assertThat(fresh.longColumn("too old").asList()).containsExactly(1L);
        }
        Files.writeString(at.resolve("registry.json"), "{");
        assertThatThrownBy(() -> FeatureStore.at(at, clock))
                .hasMessageContaining("is no registry of a feature store");
    }

    @Test
    void aTableOfASessionThatIsOverIsAskedForAgain() throws IOException {
        var rows = row(1, NOON, 0.5);
        try (var store = FeatureStore.at(folder, clock)) {
            store.apply(FeatureView.of("stats", DRIVER, FeatureSource.of(rows, "event_time")));
            store.materializeIncremental(NOON);
        }
        var asking = List.of(Map.of("driver_id", 1, "event_timestamp", NOON));
        // A folder that this process has not seen is one that another session wrote.
        var later = Files.createDirectory(folder.resolve("later"));
        for (var name : List.of("registry.json", "online.db")) {
            Files.copy(folder.resolve(name), later.resolve(name));
        }
        try (var store = FeatureStore.at(later, clock)) {
            assertThat(rate(store)).isEqualTo(0.5);
            assertThatThrownBy(() -> store.historicalFeatures(asking, "stats:rate"))
                    .hasMessage(
                            "the rows of view 'stats' were a table of another session, or one that was let go when memory was short; apply the view again, or keep its rows in a file");
            store.apply(FeatureView.of("stats", DRIVER, FeatureSource.of(rows, "event_time")));
            assertThat(rate(store)).as("applied again, nothing is lost").isEqualTo(0.5);
        }
    }

    @Test
    void aTableIsFoundByAStoreThatWasOpenedBeforeIt() {
        var asking = List.of(Map.of("driver_id", 1, "event_timestamp", NOON));
        try (var one = FeatureStore.at(folder, clock);
                var other = FeatureStore.at(folder, clock)) {
            one.apply(
                    FeatureView.of(
                            "stats", DRIVER, FeatureSource.of(row(1, NOON, 0.5), "event_time")));
            assertThat(Joins.values(other.historicalFeatures(asking, "stats:rate"), "rate"))
                    .containsExactly(0.5);
        }
    }

    @Test
    void aTableAndAFunctionAreFoundByAllStoresOfTheFolderInTheirSession() throws IOException {
        var rows = row(1, NOON, 0.5);
        try (var one = FeatureStore.at(folder, clock)) {
            one.apply(
                    FeatureView.of("stats", DRIVER, FeatureSource.of(rows, "event_time")),
                    OnDemandView.of(
                            "twice",
                            Rate.class,
                            Twice.class,
                            each -> new Twice(2 * each.rate()),
                            "stats:rate"));
        }
        var asking = List.of(Map.of("driver_id", 1, "event_timestamp", NOON));
        var link = Files.createSymbolicLink(folder.resolve("link"), folder);
        for (var place : List.of(folder, link)) {
            try (var other = FeatureStore.at(place, clock)) {
                var joined = other.historicalFeatures(asking, "stats:rate", "twice:doubled");
                assertThat(Joins.values(joined, "doubled")).containsExactly(1.0);
                assertThat(other.view("stats").view().source().rows()).isSameAs(rows);
            }
        }
        Files.delete(folder.resolve("registry.json"));
        try (var other = FeatureStore.at(folder, clock)) {
            assertThat(other.features().rowCount()).as("of a folder that is new").isZero();
        }
    }

    @Test
    void anInterruptEndsAJoinAndACopyWhichChangesNothing() {
        var source = FeatureSource.of(row(1, NOON, 0.5), "event_time");
        try (var store =
                FeatureStore.inMemory(clock).apply(FeatureView.of("stats", DRIVER, source))) {
            var asking = List.of(Map.of("driver_id", 1, "event_timestamp", NOON));
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> store.historicalFeatures(asking, "stats:rate"))
                    .isInstanceOf(CancellationException.class);
            assertThatThrownBy(() -> store.materializeIncremental(NOON))
                    .isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(rate(store)).isNull();
            store.materializeIncremental(NOON);
            assertThat(rate(store)).isEqualTo(0.5);
        }
    }

    @Test
    void aStoreSeesWhatAnotherOneOfItsFolderIsTold() {
        var rows = row(1, NOON, 0.5);
        var view = FeatureView.of("stats", DRIVER, FeatureSource.of(rows, "event_time"));
        try (var one = FeatureStore.at(folder, clock).apply(view);
                var other = FeatureStore.at(folder, clock)) {
            other.apply(named("second"));
            other.push("second", row(1, NOON, 0.7));
            var asking = List.of(Map.of("driver_id", 1, "event_timestamp", NOON));
            var both = one.historicalFeatures(asking, "stats:rate", "second:rate as second");
            assertThat(Joins.values(both, "rate")).containsExactly(0.5);
            assertThat(Joins.values(both, "second")).containsExactly(0.7);
        }
    }

    private static FeatureView named(String name) {
        return FeatureView.of(name, DRIVER, pushed().source());
    }

    @Test
    void aStoreThatIsClosedSaysSo() {
        var store = FeatureStore.inMemory(clock).apply(pushed());
        store.close();
        assertThatThrownBy(store::freshness)
                .hasMessage("the feature store in memory is closed; open it again");
    }

    @Test
    void changedTypesWantAnotherNameWhereRowsWerePushed() {
        try (var store = FeatureStore.inMemory(clock).apply(pushed())) {
            store.push("stats", row(1, NOON, 0.5));
            var other =
                    FeatureView.of(
                            "stats",
                            new Entity("driver", "id"),
                            FeatureSource.pushed("event_time", Feature.number("rate")));
            assertThatThrownBy(() -> store.apply(other))
                    .hasMessage(
                            "view 'stats' has other keys or types than before, and 1 pushed rows of the old ones; give it another name, or store.delete(\"stats\") drops them");
            store.delete("stats");
            store.apply(other);
        }
    }

    @Test
    void onDemandFeaturesAreTheSameInBothAndMissingWhereTheirInputsAre() {
        try (var store = FeatureStore.inMemory(clock)) {
            store.apply(
                    pushed(),
                    OnDemandView.of(
                            "score",
                            Trip.class,
                            Score.class,
                            trip -> new Score(trip.rate() * trip.km()),
                            "stats:rate"));
            store.push("stats", row(1, NOON, 0.5));
            var asking =
                    Tables.of(
                            List.of(List.of(1, 3.0, NOON), List.of(2, 3.0, NOON)),
                            "driver_id",
                            "km",
                            "event_timestamp");
            assertThat(Joins.values(store.getOnlineFeatures(asking, "score:score"), "score"))
                    .isEqualTo(
                            Joins.values(store.historicalFeatures(asking, "score:score"), "score"))
                    .containsExactly(1.5, null);
            assertThatThrownBy(
                            () ->
                                    store.getOnlineFeatures(
                                            asking.rejectColumns("km"), "score:score"))
                    .hasMessage(
                            "on-demand view 'score' reads 'km', which is no feature among its sources (stats:rate), so the rows that ask need a column of that name");
        }
    }

    @Test
    void theSkewReportShowsTheFirstValueThatTrainingDoesNotSee() {
        try (var store = FeatureStore.inMemory(clock).apply(pushed()).logRequests(true)) {
            store.push("stats", row(1, NOON, 0.5));
            rate(store);
            assertThat(store.skew()).hasToString("0 of 1 values differ in 1 request");
            clock.set(NOON.plusSeconds(5));
            store.push("stats", row(1, NOON.plusSeconds(5), 0.7), PushTo.ONLINE);
            rate(store);
            assertThat(store.skew())
                    .hasToString(
                            "1 of 2 values differ in 2 requests; first stats:rate of driver_id 1, asked at 2026-05-01T12:00:05Z: online 0.7, offline 0.5");
            // A correction that comes later is no skew of what could have been known.
            store.push("stats", row(1, NOON.plusSeconds(5), 0.7), PushTo.OFFLINE);
            clock.set(NOON.plusSeconds(9));
            store.push("stats", row(1, NOON, 0.1), PushTo.OFFLINE);
            assertThat(store.skew().differences().rowCount()).isEqualTo(1);
            assertThat(store.skew(Visibility.CREATED_BY_THEN).isEqual()).isTrue();
            store.clearLog();
            assertThat(store.skew().requests()).isZero();
        }
    }
}
