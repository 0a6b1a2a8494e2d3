package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cells.Cell;
import himalia.evaluation.TrainedModel;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.magics.spi.MagicException;
import himalia.training.ConvolutionalNetwork;
import himalia.training.ConvolutionalRegressor;
import himalia.training.EmbeddingNetwork;
import himalia.training.EmbeddingRegressor;
import himalia.training.Embeddings;
import himalia.training.NetworkOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class NetworksTrainTest {
    @TempDir Path folder;
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train = ModelTables.rows(200, 1);

    private List<Object> words(String line) {
        var words = new ArrayList<Object>(Arrays.asList(line.split(" ")));
        words.add(new Value("train", train));
        return words;
    }

    private TrainedModel train(String line) throws Exception {
        return (TrainedModel) catalog.line(new RecordingNotebook(folder), "train", words(line));
    }

    @Test
    void textsHaveEmbeddingsAndPicturesFilters() throws Exception {
        var options = new NetworkOptions(2, 7).rate(0.1).batch(16).patience(3);
        var words = " --label y --epochs 2 --rate 0.1 --batch 16 --patience 3 --seed 7";
        train.addColumns(
                train.column("a").copy().setName("c"), train.column("b").copy().setName("d"));

        assertThat(train("cnn --filters 4 --hidden 8,4 --shape 1x2x2" + words).trainer())
                .isEqualTo(
                        new ConvolutionalNetwork(
                                List.of(1, 2, 2), List.of(4), List.of(8, 4), options));
        assertThat(train("cnn-regressor --filters 4 --hidden 8 --shape 1x2x2" + words).trainer())
                .isEqualTo(
                        new ConvolutionalRegressor(
                                List.of(1, 2, 2), List.of(4), List.of(8), options));
        assertThat(train("embedding-regressor --hidden 4" + words).trainer())
                .isEqualTo(new EmbeddingRegressor(List.of(4), options));
        train.addColumns(
                StringColumn.create(
                        "city",
                        train.column("y").asStringColumn().asList().stream()
                                .map(each -> "c" + each)));
        var model =
                (TrainedModel)
                        Cell.line(
                                catalog,
                                new RecordingNotebook(folder),
                                "train",
                                words("embedding --checkpoints kept" + words));

        assertThat(model.trainer()).isEqualTo(new EmbeddingNetwork(List.of(64, 32), options));
        assertThat(folder.resolve("kept")).as("it has gone to its end").isEmptyDirectory();
        assertThat(Embeddings.of(model, "city").rowCount()).isEqualTo(2);
    }

    @Test
    void aPictureNeedsItsShape() {
        assertThatThrownBy(() -> train("cnn --label y"))
                .hasMessageStartingWith("%train cnn: --shape is missing");
        assertThatThrownBy(() -> train("cnn --label y --shape 1x9x9"))
                .hasMessageContaining("shape [1, 9, 9] has 81 numbers, and the table has ");
    }

    @Test
    void aFolderThatIsNoneIsToldByItsOption() {
        assertThatThrownBy(() -> train("embedding --label y --checkpoints a\0b"))
                .isInstanceOf(MagicException.class)
                .hasMessageContaining("--checkpoints");
    }
}
