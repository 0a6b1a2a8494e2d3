package himalia.featurestore;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** A process that is killed while it copies leaves what was there before, or all that is new. */
@Timeout(120)
class KilledTest {
    private static final int DRIVERS = 20_000;
    private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

    /** Copies one hour after another until it is killed. */
    public static void main(String[] words) {
        try (var store = FeatureStore.at(words[0])) {
            for (int hour = 2; hour < 1000; hour++) {
                System.out.println(hour);
                store.materialize(START, START.plusSeconds(3600L * hour));
            }
        }
    }

    @Test
    void aKilledCopyIsWholeOrNotThere(@TempDir Path folder)
            throws IOException, InterruptedException {
        int hours = 12;
        var driver = IntColumn.create("driver_id");
        var time = InstantColumn.create("event_time");
        var hour = IntColumn.create("hour");
        for (int h = 1; h <= hours; h++) {
            for (int i = 0; i < DRIVERS; i++) {
                driver.append(i);
                time.append(START.plusSeconds(3600L * h));
                hour.append(h);
            }
        }
        var file = folder.resolve("stats.parquet");
        Storage.write(Table.create("stats", driver, time, hour), file);
        var at = folder.resolve("store").toString();
        try (var store = FeatureStore.at(at)) {
            store.apply(
                    FeatureView.of(
                            "stats",
                            new Entity("driver", "driver_id"),
                            FeatureSource.of(file, "event_time")));
            store.materialize(START, START.plusSeconds(3600));
        }
        var asking = IntStream.range(0, DRIVERS).mapToObj(i -> Map.of("driver_id", i)).toList();
        for (int millis : List.of(40, 230, 410)) {
            killAfter(millis, at);
            try (var store = FeatureStore.at(at)) {
                var seen =
                        new HashSet<>(
                                store.getOnlineFeatures(asking, "stats:hour")
                                        .column("hour")
                                        .asList());
                assertThat(seen).as("hours seen after %d ms", millis).hasSize(1);
                var until = store.freshness().instantColumn("materialized until").get(0);
                assertThat(until)
                        .isEqualTo(START.plusSeconds(3600L * (int) seen.iterator().next()));
            }
        }
    }

    private static void killAfter(int millis, String at) throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledTest.class.getName(),
                                at));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (var lines = process.inputReader()) {
            // It has begun when it says its first hour.
            assertThat(lines.readLine()).isEqualTo("2");
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
