package himalia.magics.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.featurestore.Entity;
import himalia.featurestore.FeatureSource;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.FeatureView;
import himalia.featurestore.HistoryCases;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.storage.Storage;
import himalia.streaming.EventSource;
import himalia.streaming.Streams;
import himalia.streaming.TwoProcesses;
import himalia.streaming.Windows;
import himalia.table.Tables;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** {@code --on HOST:PORT} of streams and joins. */
@Tag("once")
@Timeout(240)
class OnClusterTest {
    @TempDir private static Path place;
    private static TwoProcesses processes;

    @TempDir private Path folder;

    public record Order(String shop, long time) {}

    @BeforeAll
    static void start() throws Exception {
        processes = TwoProcesses.start(place);
    }

    @AfterAll
    static void end() throws Exception {
        processes.close();
    }

    private @Nullable Table flink(Object body, Object... words) throws Exception {
        var notebook = new RecordingNotebook(folder);
        CurrentNotebook.connect(notebook);
        return (Table) new PicocliCatalog().cell(notebook, "flink", List.of(words), body);
    }

    private static EventSource<Order> orders() {
        return Streams.replay(List.of(new Order("a", 1), new Order("b", 2), new Order("a", 11)))
                .timed(Order::time);
    }

    @Test
    void theSameCellRunsThereAndGivesTheSame() throws Exception {
        for (var body :
                List.of(
                        orders(),
                        orders().stream(),
                        Windows.tumbling(Duration.ofMillis(10))
                                .over(orders().stream(), Order::shop))) {
            var here = flink(body, "--into", "t");
            var there = flink(body, "--into", "t", "--on", processes.address());
            assertThat(Tables.maps(there)).isEqualTo(Tables.maps(here)).hasSize(3);
        }
        assertThatThrownBy(() -> flink(orders(), "--on", "127.0.0.1:1"))
                .hasMessageStartingWith("%flink: no Flink cluster answers at 127.0.0.1:1");
    }

    @Test
    void aJoinRunsThereToo() throws Exception {
        var file = folder.resolve("stats.parquet");
        Storage.write(HistoryCases.featureRows(), file);
        try (var store = FeatureStore.at(folder.resolve("store"), Clock.systemUTC())) {
            store.apply(
                    FeatureView.of(
                            "stats",
                            new Entity("entity", "entity"),
                            FeatureSource.of(file, "event_time").created("created_time")));
            var rows = HistoryCases.entityRows();
            var words =
                    List.<Object>of(
                            "history",
                            "--store",
                            new Value("store", store),
                            "--on",
                            processes.address(),
                            new Value("rows", rows),
                            "stats:value");
            var there =
                    (Table)
                            new PicocliCatalog()
                                    .line(new RecordingNotebook(folder), "features", words);
            assertThat(HistoryCases.values(there))
                    .isEqualTo(HistoryCases.values(store.historicalFeatures(rows, "stats:value")));
        }
    }
}
