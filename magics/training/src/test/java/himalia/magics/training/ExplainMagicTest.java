package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.TrainedModel;
import himalia.evaluation.explanation.Explanation;
import himalia.evaluation.explanation.PartialDependence;
import himalia.evaluation.explanation.PermutationImportance;
import himalia.evaluation.explanation.ShapValues;
import himalia.evaluation.explanation.TreeView;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Model;
import himalia.training.IsolationForest;
import himalia.training.KMeans;
import himalia.training.LogisticRegression;
import himalia.training.RandomForest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** What the line %explain asks of the library, and models without a label. */
class ExplainMagicTest {
    private static final int ROWS = 60;

    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table table =
            Table.create(
                    "test",
                    DoubleColumn.create("x", IntStream.range(0, ROWS).asDoubleStream().toArray()),
                    DoubleColumn.create(
                            "z", IntStream.range(0, ROWS).mapToDouble(i -> i % 7).toArray()),
                    IntColumn.create("y", IntStream.range(0, ROWS).map(i -> i / 30).toArray()));
    private final Model forest = new RandomForest(5, 42).fit(table, "y");
    private final Model linear = new LogisticRegression(1.0).fit(table, "y");

    private Object line(String magic, String words, Object... values) throws Exception {
        var all = new ArrayList<Object>(List.of(words.split(" ")));
        all.addAll(List.of(values));
        return catalog.line(notebook, magic, all);
    }

    private Explanation explain(Model model, String words) throws Exception {
        return (Explanation)
                line(
                        "explain",
                        words + " --on",
                        new Value("test", table),
                        new Value("model", model));
    }

    @Test
    void eachOfTheWordsTellsSomethingElse() throws Exception {
        var mixed = (PermutationImportance) explain(linear, "--repeats 3");
        assertThat(mixed.features()).containsExactly("x", "z");
        assertThat(mixed.mean("x"))
                .isEqualTo(PermutationImportance.of(linear, table, "y", 3, 42).mean("x"));
        assertThat(((PermutationImportance) explain(linear, "--metric log_loss")).metric())
                .isEqualTo("log_loss");
        var pdp = (PartialDependence) explain(linear, "--what pdp --feature x");
        assertThat(pdp.grid()).hasSize(ROWS);
        assertThat(((PartialDependence) explain(linear, "--what ice --feature x")).drawsRows())
                .isTrue();
        assertThat(((ShapValues) explain(forest, "--what shap --rows 10")).values())
                .hasNumberOfRows(10);
        assertThat(
                        ((TreeView) line("explain", "--what tree --tree 2", new Value("m", forest)))
                                .number())
                .isEqualTo(2);
    }

    @Test
    void slipsAreTold() {
        assertThatThrownBy(() -> explain(linear, "--what shap"))
                .hasMessageContaining("LogisticRegression is not made of trees");
        assertThatThrownBy(() -> explain(linear, "--what pdp"))
                .hasMessage(
                        "%explain: --what pdp is drawn along one column; name it, as in --feature x. The model reads: x, z");
        assertThatThrownBy(() -> explain(linear, "--what pdp --feature w"))
                .hasMessageContaining("the model reads no column 'w'");
        assertThatThrownBy(() -> explain(forest, "--what shap --feature x"))
                .hasMessage(
                        "%explain: --feature x is for --what pdp and --what ice, and shap tells of all columns; leave one of them out");
        assertThatThrownBy(() -> explain(linear, "--rows 0"))
                .hasMessage("%explain: --rows must be at least 1, got 0; leave it out for all");
        assertThatThrownBy(() -> explain(forest, "--what tree --tree 5"))
                .hasMessageContaining("no tree 5; there are 5, numbered from 0");
        assertThatThrownBy(() -> line("explain", "--what shap", new Value("m", forest)))
                .hasMessage(
                        "%explain: --what shap asks the model for rows; name a table, as in --on test");
        assertThatThrownBy(() -> explain(linear, "--what shape"))
                .hasMessageContaining("permutation, pdp, ice, shap, tree");
    }

    @Test
    void groupsAreFoundWithoutALabelAndComparedWithOne() throws Exception {
        var rows = new Value("rows", table.rejectColumns("y"));
        var model = (TrainedModel) line("train", "kmeans --groups 2", rows);
        assertThat(model.trainer()).isEqualTo(new KMeans(2, 42));
        assertThat(notebook.shown()).isEmpty();
        assertThat(
                        ((TrainedModel)
                                        line(
                                                "train",
                                                "isolation-forest --trees 5 --contamination 0.1",
                                                rows))
                                .trainer())
                .isEqualTo(new IsolationForest(5, 256, 0.1, 42));

        line("train", "kmeans --label y --groups 2", new Value("test", table));

        assertThat(notebook.shown()).singleElement().asString().contains("adjusted_rand_score");
        assertThatThrownBy(() -> line("train", "kmeans --test", new Value("t", table), rows))
                .hasMessage(
                        "%train: KMeans predicts no label that --test could judge; leave it out, and ask model.predict(test)");
        assertThatThrownBy(() -> line("train", "linear", rows))
                .hasMessage(
                        "%train: --label is missing (Column that is predicted). Example: %train xgboost --label churned --test test train");
        assertThatThrownBy(() -> line("train", "hdbscan --least-rows 1", rows))
                .hasMessage("%train: leastRows must be at least 2, got 1");
    }
}
