package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import himalia.model.Feature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void whereALineIsWrongIsToldOnce(@TempDir Path folder) throws Exception {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(file, ROW.formatted(1, "0.5") + "no row\n");
        try (var store = FeatureStore.at(folder.toString()).apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() + stream.refused() == 2);
            assertThat(stream.problem())
                    .contains(file + ", line 2: this is no JSON: it cannot be read at column 1");
        }
    }

    private static FeatureView view() {
        return FeatureView.of(
                "stats",
                new Entity("driver", "driver_id"),
                FeatureSource.pushed("event_time", Feature.number("rate")));
    }

    private static int pushedRows(FeatureStore store) {
        return store.rows(store.view("stats")).times().length;
    }

    @Test
    void aRestartGoesOnWhereTheLastOneEnded(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(file, ROW.formatted(1, "0.5") + ROW.formatted(2, "\"bad\""));
        try (var store = FeatureStore.at(folder.toString()).apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.refused() == 1);
        }
        append(file, ROW.formatted(3, "0.7"));
        try (var store = FeatureStore.at(folder.toString());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() == 1);
            assertThat(pushedRows(store)).isEqualTo(2);
        }
        // Written anew, and longer than it was.
        Files.writeString(file, ROW.formatted(4, "0.1") + ROW.formatted(5, "0.2").repeat(5));
        try (var store = FeatureStore.at(folder.toString());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() == 6);
            assertThat(stream.problem()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5})
    void aFileThatTookThePlaceOfAnotherIsReadFromItsBeginning(int lines, @TempDir Path folder)
            throws IOException {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(file, ROW.formatted(1, "0.5").repeat(3));
        try (var store = FeatureStore.inMemory().apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() == 3);
            var next = folder.resolve("next.jsonl");
            Files.writeString(next, ROW.formatted(1, "0.875").repeat(lines));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            until(() -> stream.rows() == 3 + lines);
            append(file, ROW.formatted(1, "0.6"));
            until(() -> stream.rows() == 4 + lines);
            assertThat(stream.problem()).isEmpty();
            assertThat(rate(store)).isEqualTo(0.6);
        }
    }

    @Test
    void aFileThatIsCutAndWrittenAnewIsReadFromItsBeginning(@TempDir Path folder)
            throws IOException {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(file, ROW.formatted(1, "0.5").repeat(3));
        try (var store = FeatureStore.inMemory().apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() == 3);
            Files.writeString(file, "\n\n");
            append(file, ROW.formatted(1, "0.875"));
            until(() -> stream.rows() + stream.problem().stream().count() == 4);
            assertThat(stream.problem()).isEmpty();
            append(file, ROW.formatted(1, "0.6"));
            until(() -> stream.rows() == 5);
            assertThat(rate(store)).isEqualTo(0.6);
        }
    }

    @Test
    void aFileThatTurnsIsReadToItsEndFirst(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(file, ROW.formatted(1, "0.5"));
        try (var store = FeatureStore.inMemory().apply(view())) {
            var stream = FollowedFile.follow(store, "stats", file);
            for (int i = 0; i < 3; i++) {
                int before = 1 + 2 * i;
                until(() -> stream.rows() == before);
                append(file, ROW.formatted(1, "0.6"));
                Files.move(file, folder.resolve("stats.%d.jsonl".formatted(i)));
                Files.writeString(file, ROW.formatted(2, "0.%d".formatted(i + 1)));
            }
            stream.close();
            assertThat(stream.rows()).isEqualTo(7);
            assertThat(stream.problem()).isEmpty();
        }
    }

    @Test
    void aFileMayBeginByTheMarkOfUtf8(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(file, "\uFEFF" + ROW.formatted(1, "0.5"));
        try (var store = FeatureStore.inMemory().apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() + stream.refused() == 1);
            assertThat(stream.problem()).isEmpty();
            assertThat(rate(store)).isEqualTo(0.5);
        }
    }

    @Test
    void aKeyOfAnotherKindAmongTheFirstLinesIsLeftOut(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        Files.writeString(
                file,
                List.of("1, \"rate\": 0.5", "\"2\", \"rate\": 0.6", "3, \"rate\": 0.7").stream()
                        .map(
                                "{\"event_time\": \"2026-05-01T01:00:00Z\", \"driver_id\": %s}\n"
                                        ::formatted)
                        .collect(Collectors.joining()));
        try (var store = FeatureStore.at(folder.toString()).apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            until(() -> stream.rows() + stream.refused() == 3);
            assertThat(stream.toString()).contains(": 2 rows, 1 left out; ", "line 2: ");
            var asking = List.of(Map.of("driver_id", 1), Map.of("driver_id", 3));
            assertThat(Joins.values(store.getOnlineFeatures(asking, "stats:rate"), "rate"))
                    .containsExactly(0.5, 0.7);
        }
    }

    @Test
    void whileTheStoreCannotBeWrittenGoodLinesWait(@TempDir Path folder)
            throws IOException, SQLException {
        var file = folder.resolve("stats.jsonl");
        try (var store = FeatureStore.at(folder.toString()).apply(view());
                var other =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("online.db"));
                var statement = other.createStatement()) {
            // What a full disk does: no row can be written, and nothing is wrong with it.
            statement.execute(
                    "create trigger full before insert on pushed begin select raise(abort, 'disk full'); end");
            Files.writeString(file, ROW.formatted(1, "0.5") + ROW.formatted(2, "0.6"));
            try (var stream = FollowedFile.follow(store, "stats", file)) {
                until(() -> stream.problem().isPresent());
                assertThat(stream.problem().get()).contains("stats.jsonl waits: ", "disk full");
                statement.execute("drop trigger full");
                until(() -> stream.rows() == 2);
                until(() -> stream.problem().isEmpty());
                assertThat(stream.refused()).isZero();
            }
        }
    }

    @Test
    void whatEndsItIsSaid(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        var store = FeatureStore.inMemory().apply(view());
        try (var stream = FollowedFile.follow(store, "stats", file)) {
            assertThat(stream.problem()).contains(file + " is not there yet, and is waited for");
            store.close();
            Files.writeString(file, ROW.formatted(1, "0.5"));
            until(() -> stream.problem().orElse("").contains("not followed"));
            assertThat(stream.problem())
                    .contains(
                            file
                                    + " is not followed any more: the feature store in memory is closed; open it again");
        }
    }

    @Test
    void linesOfAViewThatIsGoneAreNotTakenForBadOnes(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        try (var store = FeatureStore.inMemory().apply(view());
                var stream = FollowedFile.follow(store, "stats", file)) {
            store.delete("stats");
            Files.writeString(file, ROW.formatted(1, "0.5"));
            until(() -> stream.problem().orElse("").contains("not followed"));
            assertThat(stream.problem().get()).contains("is not followed any more", "'stats'");
            assertThat(stream.refused()).isZero();
        }
    }

    @Test
    void theLastLineNeedsNoEndWhenItIsClosed(@TempDir Path folder) throws IOException {
        var file = folder.resolve("stats.jsonl");
        var last = ROW.formatted(2, "0.7").strip();
        Files.writeString(file, ROW.formatted(1, "0.5") + last);
        try (var store = FeatureStore.at(folder.toString()).apply(view())) {
            var stream = FollowedFile.follow(store, "stats", file);
            stream.close();
            assertThat(stream.rows()).isEqualTo(2);
            assertThat(stream.problem()).isEmpty();
            append(file, "\n" + ROW.formatted(3, "0.9").strip().substring(0, 20));
            var next = FollowedFile.follow(store, "stats", file);
            next.close();
            assertThat(next.rows()).isZero();
            assertThat(next)
                    .hasToString(
                            "FollowedFile[%1$s into stats: 0 rows; %1$s, line 3 has no end, and is no row as it is; it is read again when it is whole]"
                                    .formatted(file));
            append(file, ROW.formatted(3, "0.9").substring(20));
            var whole = FollowedFile.follow(store, "stats", file);
            whole.close();
            assertThat(whole.rows()).isEqualTo(1);
            assertThat(whole).hasToString("FollowedFile[%s into stats: 1 row]".formatted(file));
            assertThat(pushedRows(store)).isEqualTo(3);
        }
    }

    @Test
    void whoGoesOnWritingDoesNotKeepItOpen(@TempDir Path folder) throws Exception {
        var file = folder.resolve("stats.jsonl");
        append(Files.createFile(file), ROW.formatted(1, "0.5"));
        var isOver = new AtomicBoolean();
        var writer =
                new Thread(
                        () -> {
                            while (!isOver.get()) {
                                try {
                                    append(file, ROW.formatted(2, "0.6"));
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                                LockSupport.parkNanos(1_000_000);
                            }
                        });
        try (var store = FeatureStore.inMemory().apply(view())) {
            var stream = FollowedFile.follow(store, "stats", file);
            writer.start();
            until(() -> stream.rows() > 1);
            assertTimeoutPreemptively(Duration.ofSeconds(20), stream::close);
        } finally {
            isOver.set(true);
            writer.join();
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
            assertThat(Thread.currentThread().isInterrupted()).as("too late").isFalse();
        }
    }
}
