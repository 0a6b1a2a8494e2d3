package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines that others write are there for predictions. */
@Timeout(60)
class FollowedFileTest {
    private static final String ROW =
            "{\"driver_id\": 1, \"event_time\": \"2026-05-01T0%d:00:00Z\", \"rate\": %s}\n";

    @Test
    void linesArePushedAsTheyAreWrittenAndBadOnesAreNamed(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        try (var store = FeatureStore.inMemory()) {
            store.apply(
                    FeatureView.of(
                            "stats",
                            new Entity("driver", "driver_id"),
                            FeatureSource.pushed("event_time", Feature.number("rate"))));
            assertThatThrownBy(() -> FollowedFile.follow(store, "stat", file))
                    .hasMessageContaining("did you mean 'stats'?");
            try (var stream = FollowedFile.follow(store, "stats", file)) {
                Files.writeString(file, ROW.formatted(1, "0.5") + "{\"driver_id\": 1, \"event");
                until(() -> stream.rows() == 1);
                assertThat(rate(store)).isEqualTo(0.5);
                append(file, "_time\": \"2026-05-01T02:00:00Z\", \"rate\": 0.75}\n");
                until(() -> stream.rows() == 2);
                assertThat(rate(store)).isEqualTo(0.75);
                append(file, ROW.formatted(3, "\"much\"") + ROW.formatted(4, "1"));
                until(() -> stream.rows() == 3);
                assertThat(rate(store)).isEqualTo(1.0);
                assertThat(stream.refused()).isEqualTo(1);
                assertThat(stream.problem())
                        .contains(
                                file
                                        + ", line 3: the rows of view 'stats', row 0: 'rate' is \"much\", and the feature holds numbers");
            }
        }
    }

    private static Object rate(FeatureStore store) {
        var asking = List.of(Map.of("driver_id", 1));
        return store.getOnlineFeatures(asking, "stats:rate").column("rate").get(0);
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    private static void until(BooleanSupplier what) {
        while (!what.getAsBoolean()) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
