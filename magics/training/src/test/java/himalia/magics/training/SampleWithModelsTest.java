package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.sampling.InstanceHardnessThreshold;
import himalia.sampling.Smote;
import himalia.training.DecisionTree;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What {@code %sample} has where models can be trained. */
class SampleWithModelsTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table train = rows(300, 6);

    private static Table rows(int count, int every) {
        var random = new Random(4);
        var table = Table.create("train");
        var label = StringColumn.create("y");
        var one = DoubleColumn.create("a");
        var other = DoubleColumn.create("b");
        for (int i = 0; i < count; i++) {
            label.append(i % every == 0 ? "1" : "0");
            one.append(random.nextGaussian() + (i % every == 0 ? 1.5 : 0));
            other.append(random.nextGaussian());
        }
        return table.addColumns(one, other, label);
    }

    private Table sample(String line, Table table) throws Exception {
        var words = new ArrayList<Object>(List.of(line.split(" ")));
        words.add(new Value("train", table));
        return (Table) catalog.line(notebook, "sample", words);
    }

    @Test
    void itTellsWhatSamplingDoesToProbabilitiesAndGivesTheSameTable() throws Exception {
        var balanced = sample("smote --label y", train);

        assertThat(balanced.printAll()).isEqualTo(new Smote(5, 42).resample(train, "y").printAll());
        assertThat(notebook.shown()).hasSize(3);
        assertThat(notebook.shown().get(2))
                .startsWith("what sampling does to the probability of '1'\n")
                .contains(
                        "Sampled probabilities are not corrected",
                        "Judged by 300 rows, 50 of them '1', in five parts",
                        "weights or a threshold are often enough");
    }

    @Test
    void aTableOfAllKindsIsJudgedByWhatALineCanRead() throws Exception {
        var mixed = train.copy();
        var city = StringColumn.create("city");
        var when = DateColumn.create("when");
        for (int i = 0; i < 300; i++) {
            city.append(i % 3 == 0 ? "Rome" : "Bern");
            when.append(LocalDate.of(2026, 1, 1).plusDays(i));
        }
        mixed.addColumns(city, when);
        mixed.doubleColumn("b").setMissing(5);

        sample("under --label y", mixed);

        assertThat(notebook.shown().get(2))
                .contains("Judged by 300 rows", "best threshold", "sampled, corrected");
    }

    @Test
    void whatCannotBeJudgedIsALine() throws Exception {
        sample("smote --label y --neighbours 3", rows(60, 6));

        assertThat(notebook.shown().get(2))
                .isEqualTo(
                        "no model asked: what sampling does to probabilities cannot be told from 10 rows of class '1'; it takes 20");
        sample("smote --label y --neighbours 3 --counts-only", rows(60, 6));
        assertThat(notebook.shown()).hasSize(4);
    }

    @Test
    void hardnessAsksALinearModelOrAnother() throws Exception {
        assertThat(sample("hardness --label y --counts-only", train).printAll())
                .isEqualTo(
                        new InstanceHardnessThreshold(new LogisticRegression(1.0), 42)
                                .resample(train, "y")
                                .printAll());
        var words =
                List.<Object>of(
                        "hardness",
                        "--label",
                        "y",
                        "--trainer",
                        new Value("tree", new DecisionTree(3, 42)),
                        new Value("train", train));
        assertThat(((Table) catalog.line(notebook, "sample", words)).printAll())
                .isEqualTo(
                        new InstanceHardnessThreshold(new DecisionTree(3, 42), 42)
                                .resample(train, "y")
                                .printAll());
    }

    @Test
    void rowsThatAStrategyCountsAreFewerInAPart() throws Exception {
        sample("smote --label y --strategy 1=250", train);
        sample("smote --label y --strategy 1.0", train);
        sample("under --label y --strategy 0=250", train);

        assertThat(notebook.shown().get(2))
                .as("250 of 250, as balanced")
                .isEqualTo(notebook.shown().get(5));
        assertThat(notebook.shown().get(8)).contains("Judged by 300 rows");
    }
}
