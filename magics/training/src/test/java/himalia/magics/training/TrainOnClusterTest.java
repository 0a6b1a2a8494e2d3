package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.TrainedModel;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.parallel.DataParallel;
import himalia.storage.Storage;
import himalia.streaming.TwoProcesses;
import himalia.training.GradientBoosting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** {@code --on HOST:PORT} of trees. */
@Tag("once")
@Timeout(240)
class TrainOnClusterTest {
    @TempDir private Path place;
    @TempDir private Path folder;

    private TrainedModel train(Table rows, String words) throws Exception {
        var all = new ArrayList<Object>(Arrays.asList(words.split(" ")));
        all.add(new Value("train", rows));
        return (TrainedModel)
                new PicocliCatalog().line(new RecordingNotebook(folder), "train", all);
    }

    @Test
    void theSameLineTrainsThereAndGivesTheSame() throws Exception {
        Storage.write(ModelTables.rows(200, 1), folder.resolve("rows.parquet"));
        var rows = Storage.read(folder.resolve("rows.parquet"));
        var trees = new GradientBoosting(10, 42);
        var alone = trees.fit(rows, "y").predict(rows).toString();
        try (var cluster = TwoProcesses.start(place)) {
            var words = "xgboost --label y --rounds 10 --on " + cluster.address();

            var there = train(rows, words + " --workers 2");
            assertThat(there.trainer()).isEqualTo(new DataParallel(trees, 2).openSockets());
            assertThat(there.predict(rows).toString()).isEqualTo(alone);

            var read = train(rows, words + " --file rows.parquet");
            assertThat(read.trainer()).isEqualTo(new DataParallel(trees, 4).openSockets());
            assertThat(read.predict(rows).toString()).isEqualTo(alone);
        }
    }

    @Test
    void whatAClusterCannotDoIsRefused() {
        var rows = ModelTables.rows(50, 1);
        assertThatThrownBy(() -> train(rows, "xgboost --label y --file rows.parquet"))
                .hasMessage(
                        "%train: --file is where the workers of a cluster read their rows; name the cluster by --on HOST:PORT, or leave --file out");
        assertThatThrownBy(() -> train(rows, "xgboost --label y --on a:1 --checkpoint c"))
                .hasMessage(
                        "%train: on a cluster all rows make each step, and nothing goes on from a file; leave --mode, --accumulate and --checkpoint out, or --on");
        assertThatThrownBy(() -> train(rows, "xgboost --label y --on a:1 --open-sockets"))
                .hasMessage(
                        "%train: --staleness and --open-sockets are of processes of this machine; leave them out, or --on");
        assertThatThrownBy(() -> train(rows, "mlp --label y --on a:1"))
                .hasMessageContaining("--on");
        assertThatThrownBy(() -> train(rows, "xgboost --label y --on 127.0.0.1:1"))
                .hasMessageContaining("no Flink cluster answers at 127.0.0.1:1");
    }
}
