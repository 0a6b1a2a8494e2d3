package himalia.install.jupyter;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.featurestore.Entity;
import himalia.featurestore.FeatureServer;
import himalia.featurestore.FeatureSource;
import himalia.featurestore.FeatureStore;
import himalia.featurestore.FeatureView;
import himalia.install.Sources;
import himalia.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Feast's own client, in Python, asks our feature server. */
@Tag("once")
@Timeout(600)
class FeastClientTest {
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    /** A row of features. */
    record Stat(int driver_id, Instant event_time, double rate) {}

    @Test
    void feastsClientReadsWritesAndIsToldWhatIsWrong(@TempDir Path folder)
            throws IOException, InterruptedException {
        var tools = PythonTools.withFeastOrSkip();
        var script = Sources.root().resolve("install/src/test/resources/feast/client.py");
        var rows = Tables.of(List.of(new Stat(1001, MAY, 0.5)));
        try (var store = FeatureStore.inMemory()) {
            store.apply(
                    FeatureView.of(
                            "stats",
                            new Entity("driver", "driver_id"),
                            FeatureSource.of(rows, "event_time")));
            store.materialize(MAY.minusSeconds(1), MAY.plusSeconds(1));
            try (var endpoint = FeatureServer.start(store, 0)) {
                var said =
                        tools.run(
                                folder,
                                Map.of("FEAST_USAGE", "False"),
                                "",
                                List.of(
                                        tools.program("python").toString(),
                                        script.toString(),
                                        endpoint.url().toString()));
                assertThat(said.words())
                        .contains(
                                "\"before\": {\"driver_id\": [1001, 1002], \"rate\": [0.5, null]}",
                                "\"after\": {\"driver_id\": [1001, 1002], \"rate\": [0.5, 0.25]}",
                                "\"failure\": [\"FeatureViewNotFoundException\", \"no feature view 'nobody' in this feature store; there are: stats\"]");
            }
        }
    }
}
