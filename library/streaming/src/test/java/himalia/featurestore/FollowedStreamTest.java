package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import himalia.streaming.StreamJob;
import himalia.streaming.Streams;
import himalia.streaming.TwoProcesses;
import himalia.streaming.Windows;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a stream gives is there for predictions. */
@Timeout(120)
class FollowedStreamTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    /** What happens. */
    public record Ride(int driver, Instant time) {}

    /** What is pushed. */
    public record Count(int driver_id, Instant event_time, Object rate) {}

    @TempDir private Path folder;

    private final SetClock clock = new SetClock(NOON.plusSeconds(3600));

    private static FeatureView view() {
        return FeatureView.of(
                "stats",
                new Entity("driver", "driver_id"),
                FeatureSource.pushed("event_time", Feature.number("rate")));
    }

    private static Object rate(FeatureStore store) {
        var asking = List.of(Map.of("driver_id", 1));
        return store.getOnlineFeatures(asking, "stats:rate").column("rate").get(0);
    }

    private static void until(BooleanSupplier what) {
        while (!what.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
            assertThat(Thread.currentThread().isInterrupted()).as("too late").isFalse();
        }
    }

    @Test
    void countsOfWindowsArePushedInOneLineAndTrainingSeesThemToo() throws Exception {
        var rides =
                List.of(
                        new Ride(1, NOON),
                        new Ride(1, NOON.plusSeconds(5)),
                        new Ride(2, NOON.plusSeconds(6)),
                        new Ride(1, NOON.plusSeconds(70)));
        var counts =
                Windows.tumbling(Duration.ofMinutes(1))
                        .over(Streams.replay(rides).timed(Ride::time).stream(), Ride::driver)
                        .rows()
                        .map(row -> new Count(row.key(), row.end(), row.count()));
        try (var store = FeatureStore.inMemory(clock).apply(view());
                var pushed = FollowedStream.follow(store, "stats", counts).await()) {
            assertThat(pushed).hasToString("FollowedStream[finished into stats: 3 rows]");
            assertThat(rate(store)).isEqualTo(1.0);
            var asking = List.of(Map.of("driver_id", 1, "event_timestamp", NOON.plusSeconds(61)));
            assertThat(Joins.values(store.historicalFeatures(asking, "stats:rate"), "rate"))
                    .containsExactly(2.0);
        }
    }

    @Test
    void whatIsNoRowIsCountedAndTheOthersArePushed() throws Exception {
        var rows =
                List.of(
                        new Count(1, NOON, 0.5),
                        new Count(1, NOON.plusSeconds(1), "much"),
                        new Count(1, NOON.plusSeconds(2), 0.7));
        try (var store = FeatureStore.inMemory(clock).apply(view())) {
            assertThatThrownBy(
                            () ->
                                    FollowedStream.follow(
                                            store, "stat", Streams.replay(rows).stream()))
                    .hasMessageContaining("did you mean 'stats'?");
            var pushed =
                    FollowedStream.follow(store, "stats", Streams.replay(rows).stream()).await();
            assertThat(pushed.rows()).isEqualTo(2);
            assertThat(pushed.refused()).isEqualTo(1);
            assertThat(pushed.problem().orElseThrow())
                    .contains("rate=much", "'rate' is \"much\", and the feature holds numbers");
            assertThat(rate(store)).isEqualTo(0.7);
        }
    }

    @Test
    void whileTheStoreCannotBeWrittenTheStreamWaits(@TempDir Path folder) throws Exception {
        try (var store = FeatureStore.at(folder, clock).apply(view());
                var other =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("online.db"));
                var statement = other.createStatement()) {
            statement.execute(
                    "create trigger full before insert on pushed begin select raise(abort, 'disk full'); end");
            var endless =
                    Streams.generate(1_000, i -> new Count(1, NOON.plusMillis(i), (double) i));
            try (var pushed = FollowedStream.follow(store, "stats", endless.stream())) {
                until(() -> pushed.problem().isPresent());
                assertThat(pushed.problem().get()).contains("the stream waits: ", "disk full");
                assertThatThrownBy(() -> FollowedStream.follow(store, "stats", endless.stream()))
                        .hasMessageContaining("stream job 'features stats' runs already");
                statement.execute("drop trigger full");
                until(() -> pushed.rows() > 100);
                assertThat(pushed.problem()).isEmpty();
                pushed.close();
                assertThat(pushed.job().await().state()).isEqualTo(StreamJob.State.ENDED);
            }
        }
    }

    @Test
    void aViewThatIsGoneEndsAStreamThatWaitsForRoom() throws Exception {
        var many = new ArrayList<Count>();
        for (int i = 0; i < 100_000; i++) {
            many.add(new Count(1, NOON.plusMillis(i), (double) i));
        }
        try (var store = FeatureStore.inMemory(clock).apply(view());
                var cluster = TwoProcesses.start(folder)) {
            var there = Streams.on(cluster.address(), Streams.replay(many).stream());
            var pushed = FollowedStream.follow(store, "stats", there);
            store.delete("stats");
            assertThat(pushed.await().job().state()).isEqualTo(StreamJob.State.ENDED);
            assertThat(pushed.problem().orElseThrow())
                    .contains("nothing is pushed to 'stats' any more");
        }
    }

    @Test
    void aViewThatIsGoneEndsIt() throws Exception {
        var endless = Streams.generate(100, i -> new Count(1, NOON.plusMillis(i), (double) i));
        try (var store = FeatureStore.inMemory(clock).apply(view());
                var pushed = FollowedStream.follow(store, "stats", endless.stream())) {
            until(() -> pushed.rows() > 1);
            store.delete("stats");
            until(() -> pushed.job().state() != StreamJob.State.RUNNING);
            assertThat(pushed.problem().orElseThrow())
                    .contains("nothing is pushed to 'stats' any more", "'stats'");
            assertThat(pushed.refused()).isZero();
        }
    }
}
