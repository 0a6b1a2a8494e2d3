package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Rows as they were at their moments, in the corners. */
class HistoryTest {
    private static final Entity DRIVER = new Entity("driver", "driver_id");

    /** A row of features. */
    record Stat(@Nullable Integer driver_id, Object event_time, @Nullable Double rate) {}

    private final FeatureStore store = FeatureStore.inMemory();

    @AfterEach
    void close() {
        store.close();
    }

    private static Instant at(int hour) {
        return Instant.parse("2026-05-01T00:00:00Z").plus(Duration.ofHours(hour));
    }

    private void apply(Table rows, Duration ttl) {
        store.apply(FeatureView.of("stats", DRIVER, FeatureSource.of(rows, "event_time")).ttl(ttl));
    }

    private static Table asked(Object... times) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var time : times) {
            rows.add(Map.of("driver_id", 1, "event_timestamp", time));
        }
        return Tables.of(rows, "driver_id", "event_timestamp");
    }

    private List<@Nullable Double> rates(Table asking) {
        return Joins.values(store.historicalFeatures(asking, "stats:rate"), "rate");
    }

    @Test
    void aValueOfJustTheTimeToLiveIsGivenAndAnOlderOneIsNot() {
        apply(Tables.of(List.of(new Stat(1, at(0), 0.5))), Duration.ofHours(2));
        assertThat(rates(asked(at(0), at(2), at(2).plusMillis(1), at(0).minusMillis(1))))
                .containsExactly(0.5, 0.5, null, null);
    }

    @Test
    void rowsKeepTheirOrderAndTheirColumnsAndMayRepeat() {
        apply(
                Tables.of(List.of(new Stat(1, at(0), 0.5), new Stat(2, at(1), 0.7))),
                FeatureView.FOREVER);
        var asking =
                Tables.of(
                        List.of(
                                List.of(2, at(3), "c"), List.of(1, at(1), "a"),
                                List.of(2, at(3), "c"), List.of(2, at(0), "b")),
                        "driver_id",
                        "when",
                        "label");
        var history = store.historicalFeatures(asking, "stats:rate as x");
        assertThat(history.columnNames()).containsExactly("driver_id", "when", "label", "x");
        assertThat(history.column("label").asList()).isEqualTo(List.of("c", "a", "c", "b"));
        assertThat(Joins.values(history, "x")).containsExactly(0.7, 0.5, 0.7, null);
        assertThat(asking.columnNames()).containsExactly("driver_id", "when", "label");
    }

    @Test
    void missingKeysTimesAndValuesAreMissing() {
        var rows =
                Table.create(
                        "stats",
                        LongColumn.create(
                                "driver_id",
                                1,
                                1,
                                LongColumn.create("x").appendMissing().getLong(0)),
                        InstantColumn.create("event_time", at(0), null, at(0)),
                        DoubleColumn.create("rate", Double.NaN, 2, 3));
        apply(rows, FeatureView.FOREVER);
        var asking =
                Table.create(
                        "asking",
                        StringColumn.create("driver_id", "", ""),
                        InstantColumn.create("t", at(5), at(5)));
        assertThat(Joins.values(store.historicalFeatures(asking, "stats:rate"), "rate"))
                .containsExactly(null, null);
        assertThat(rates(asked(at(5)))).containsExactly((Double) null);
    }

    @Test
    void timesWithoutAZoneAreOfTheZoneThatTheSourceNames() {
        var rows = Tables.of(List.of(new Stat(1, LocalDateTime.of(2026, 5, 1, 12, 0), 0.5)));
        var source = FeatureSource.of(rows, "event_time");
        store.apply(FeatureView.of("stats", DRIVER, source));
        assertThat(rates(asked(at(12), at(10)))).containsExactly(0.5, null);
        store.apply(FeatureView.of("stats", DRIVER, source.zone(ZoneId.of("Europe/Oslo"))));
        assertThat(rates(asked(at(10), at(9)))).containsExactly(0.5, null);
        assertThat(rates(asked(LocalDateTime.of(2026, 5, 1, 10, 0)))).containsExactly(0.5);
        assertThat(rates(asked(LocalDate.of(2026, 5, 2)))).containsExactly(0.5);
    }

    /** Java's own now has nanoseconds, and a table has such times as texts. */
    @Test
    void timesAreReadToTheirLastDigit() {
        var time = at(0).plusNanos(123_456_789);
        apply(
                Tables.of(List.of(new Stat(1, time, 0.5), new Stat(1, time.plusNanos(1), 0.6))),
                Duration.ofNanos(10));
        assertThat(
                        rates(
                                asked(
                                        time.minusNanos(1),
                                        time,
                                        time.plusNanos(1),
                                        time.plusNanos(11),
                                        time.plusNanos(12))))
                .containsExactly(null, 0.5, 0.6, 0.6, null);
        assertThat(rates(asked(LocalDateTime.of(2026, 5, 1, 0, 0, 0, 123_456_795))))
                .containsExactly(0.6);
    }

    @Test
    void aColumnThatHoldsNoTimesIsRefusedByName() {
        var rows = Tables.of(List.of(new Stat(1, "yesterday", 0.5)));
        assertThatThrownBy(() -> apply(rows, FeatureView.FOREVER))
                .hasMessage(
                        "the rows of view 'stats': column 'event_time' holds text, and a time is wanted: an instant, a date with a time, or a date");
        apply(Tables.of(List.of(new Stat(1, at(0), 0.5))), FeatureView.FOREVER);
        assertThatThrownBy(() -> rates(asked(17)))
                .hasMessage(
                        "the rows that ask: column 'event_timestamp' holds whole numbers, and a time is wanted: an instant, a date with a time, or a date");
        assertThatThrownBy(
                        () ->
                                store.historicalFeatures(
                                        List.of(Map.of("driver_id", 1)), "stats:rate"))
                .hasMessage(
                        "the rows that ask have no column of times (they have: driver_id); each says for when it asks, in a column such as 'event_timestamp'");
    }

    @Test
    void slipsNameWhatIsWrongAndTheWayOut() {
        apply(Tables.of(List.of(new Stat(1, at(0), 0.5))), FeatureView.FOREVER);
        assertThatThrownBy(() -> store.historicalFeatures(asked(at(1)), "stat:rate"))
                .hasMessage(
                        "no feature view 'stat' in this feature store; did you mean 'stats'? There are: stats");
        assertThatThrownBy(() -> store.historicalFeatures(asked(at(1)), "stats:rat"))
                .hasMessage(
                        "no feature 'rat' in view 'stats'; did you mean 'rate'? There are: rate");
        assertThatThrownBy(() -> store.historicalFeatures(asked(at(1)), "rate"))
                .hasMessage(
                        "no feature service 'rate' in this feature store; it has none yet, store.apply(…) adds one");
        assertThatThrownBy(() -> store.historicalFeatures(asked(at(1)), "stats"))
                .hasMessage(
                        "'stats' is a view, and what is asked for are its features: stats:rate");
        assertThatThrownBy(() -> store.historicalFeatures(asked(at(1)), "stats:rate", "stats:rate"))
                .hasMessage(
                        "two columns would be called 'rate'; ask for \"stats:rate as stats__rate\", with the quotes");
        var texts = Tables.of(List.of(Map.of("driver_id", "1", "event_timestamp", at(1))));
        assertThatThrownBy(() -> store.historicalFeatures(texts, "stats:rate"))
                .hasMessage(
                        "the rows that ask: the key 'driver_id' holds text, and in view 'stats' numbers, so none would be found");
        assertThatThrownBy(
                        () ->
                                FeatureView.of("v", DRIVER, FeatureSource.of(texts, "t"))
                                        .ttl(Duration.ZERO))
                .hasMessageContaining("longer than nothing, got PT0S");
        assertThatThrownBy(() -> apply(texts, FeatureView.FOREVER))
                .hasMessageStartingWith("no column 'event_time' in the rows of view 'stats'");
        // What could not be applied has changed nothing.
        assertThat(rates(asked(at(1)))).containsExactly(0.5);
    }

    @Test
    void entitiesMayBeSeveralOrNone() {
        var pairs =
                Tables.of(
                        List.of(List.of("a", 1, at(0), 5), List.of("a", 2, at(0), 6)),
                        "shop",
                        "product",
                        "event_time",
                        "stock");
        var rates =
                Tables.of(List.of(List.of(at(0), 1.1), List.of(at(2), 1.2)), "event_time", "euro");
        store.apply(
                FeatureView.of(
                        "stock",
                        List.of(new Entity("shop", "shop"), new Entity("product", "product")),
                        FeatureSource.of(pairs, "event_time")),
                FeatureView.of("world", List.of(), FeatureSource.of(rates, "event_time")));
        var asking =
                Tables.of(
                        List.of(List.of("a", 2L, at(1)), List.of("b", 2L, at(3))),
                        "shop",
                        "product",
                        "t");
        var history = store.historicalFeatures(asking, "stock:stock", "world:euro");
        assertThat(history.column("stock").getString(0)).isEqualTo("6");
        assertThat(history.column("stock").isMissing(1)).isTrue();
        assertThat(Joins.values(history, "euro")).containsExactly(1.1, 1.2);
    }

    /** The plainest way to say what is meant, for rows at random. */
    @Test
    void itIsWhatALoopOverAllRowsFinds() {
        var random = new Random(7);
        var stats = new ArrayList<Stat>();
        for (int i = 0; i < 400; i++) {
            stats.add(new Stat(random.nextInt(5), at(random.nextInt(60)), (double) i));
        }
        apply(Tables.of(stats), Duration.ofHours(10));
        for (int i = 0; i < 300; i++) {
            int driver = random.nextInt(6);
            var time = at(random.nextInt(80) - 5);
            Stat best = null;
            for (var stat : stats) {
                var event = (Instant) stat.event_time();
                boolean counts =
                        stat.driver_id() == driver
                                && !event.isAfter(time)
                                && !event.plus(Duration.ofHours(10)).isBefore(time);
                if (counts && (best == null || !event.isBefore((Instant) best.event_time()))) {
                    best = stat;
                }
            }
            var asking = Tables.of(List.of(Map.of("driver_id", driver, "event_timestamp", time)));
            assertThat(rates(asking).get(0)).isEqualTo(best == null ? null : best.rate());
        }
    }
}
