package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.TrainedModel;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.parallel.DataParallel;
import himalia.parallel.Mode;
import himalia.parallel.PipelineParallel;
import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

@Tag("once")
@Timeout(120)
class ParallelTrainTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train = ModelTables.rows(200, 1);

    private TrainedModel train(String words) throws Exception {
        var all = new ArrayList<Object>(Arrays.asList(words.split(" ")));
        all.add(new Value("train", train));
        return (TrainedModel) catalog.line(notebook, "train", all);
    }

    @Test
    void workersAreOneWordMore() throws Exception {
        var model = train("xgboost --label y --rounds 10 --workers 2 --open-sockets");

        var trees = new GradientBoosting(10, 42);
        assertThat(model.trainer()).isEqualTo(new DataParallel(trees, 2).openSockets());
        assertThat(model.predict(train).toString())
                .isEqualTo(trees.fit(train, "y").predict(train).toString());
    }

    @Test
    void modesAreThoseOfTheLibrary() throws Exception {
        var network = new MultilayerPerceptron(List.of(4), 1, 0.01, 32, 0, 42);
        var words = "mlp --label y --hidden 4 --epochs 1 --workers 2 --mode ";

        assertThat(train(words + "async --staleness 5 --accumulate 3").trainer())
                .isEqualTo(new DataParallel(network, 2, Mode.ASYNC, 5, 3, "", false));
        assertThat(train(words + "pipeline --accumulate 4").trainer())
                .isEqualTo(new PipelineParallel(network, 4));
    }

    @Test
    void aCheckpointLiesByTheNotebook(@TempDir Path folder) throws Exception {
        var moved = new RecordingNotebook(folder);
        var words = "mlp --label y --hidden 4 --epochs 1 --workers 2 --checkpoint net";
        var all = new ArrayList<Object>(Arrays.asList(words.split(" ")));
        all.add(new Value("train", train));
        var file = Files.writeString(folder.resolve("net"), "something else");

        assertThatThrownBy(() -> catalog.line(moved, "train", all))
                .hasMessageContaining("the checkpoint '" + file + "' cannot be read");

        Files.delete(file);
        var model = (TrainedModel) catalog.line(moved, "train", all);
        var network = new MultilayerPerceptron(List.of(4), 1, 0.01, 32, 0, 42);
        assertThat(model.trainer()).isEqualTo(new DataParallel(network, 2));
    }

    /** Hours of training are not lost over a column of the test table. */
    @Test
    void aColumnThatTheTestTableLacksIsMissedBeforeAnyProcessStarts() {
        var words =
                new ArrayList<Object>(
                        List.of("xgboost", "--label", "y", "--workers", "2", "--test"));
        var feature = train.columnNames().stream().filter(n -> !n.equals("y")).findFirst();
        words.add(new Value("test", train.rejectColumns(feature.orElseThrow())));
        words.add(new Value("train", train));
        // Without --open-sockets no process would start.
        assertThatThrownBy(() -> catalog.line(notebook, "train", words))
                .hasMessageContaining("test table")
                .hasMessageContaining(feature.orElseThrow());
    }

    @Test
    void whatCannotBeSharedIsRefused() {
        assertThatThrownBy(() -> train("xgboost --label y --workers 2 --mode pipeline"))
                .hasMessage(
                        "%train: --mode pipeline cuts the layers of a plain mlp in two, got"
                                + " GradientBoosting and --workers 2; give mlp and --workers 2");
        assertThatThrownBy(() -> train("xgboost --label y --workers 2 --mode async"))
                .hasMessageContaining("trees grow on all rows at once");
        assertThatThrownBy(() -> train("xgboost --label y --workers 2"))
                .hasMessageContaining("--open-sockets");
        assertThatThrownBy(() -> train("mlp --label y --workers 2 --staleness 5"))
                .hasMessage(
                        "%train: --staleness is of workers that make their own steps; give --mode async, or leave it out");
        assertThatThrownBy(() -> train("mlp --label y --workers 0"))
                .hasMessageContaining("workers must be from 1 to 64, got 0");
    }
}
