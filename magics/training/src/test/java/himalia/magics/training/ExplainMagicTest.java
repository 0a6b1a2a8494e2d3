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
import tech.tablesaw.api.StringColumn;
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
                .hasMessageContaining("%explain: LogisticRegression has no SHAP values here");
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
    void whatAModelCannotTellIsRefusedInALine() throws Exception {
        var rows = table.rejectColumns("y");
        var groups = new KMeans(2, 42).fit(rows);
        var anomalies = new IsolationForest(5, 42).fit(rows);

        assertThatThrownBy(() -> explain(groups, "--repeats 3"))
                .hasMessageStartingWith("%explain: the model finds groups");
        assertThatThrownBy(() -> explain(groups, "--what shap"))
                .hasMessage(
                        "%explain: KMeans has no SHAP values here: single trees, forests and gradient boosting have; look at each group's rows, or train a DecisionTree to tell the groups apart, and show that");
        assertThatThrownBy(() -> explain(anomalies, "--what shap"))
                .hasMessageEndingWith("ask PartialDependence how the score goes along a column");
        assertThatThrownBy(() -> explain(linear, "--what tree"))
                .hasMessageStartingWith("%explain: LogisticRegression has no trees to show");
        assertThatThrownBy(
                        () ->
                                line(
                                        "objectives",
                                        "--model",
                                        new Value("m", groups),
                                        new Value("t", rows)))
                .hasMessageStartingWith("%objectives: the model finds groups");
        var one = table.first(30);
        assertThatThrownBy(
                        () ->
                                line(
                                        "explain",
                                        "--metric roc_auc --on",
                                        new Value("one", one),
                                        new Value("m", forest)))
                .hasMessage(
                        "%explain: roc_auc says nothing of these rows, whose 'y' is always 0; take others, or another metric, such as accuracy");
    }

    @Test
    void aClassIsChosen() throws Exception {
        var three =
                table.rejectColumns("y")
                        .addColumns(
                                StringColumn.create(
                                        "y",
                                        IntStream.range(0, ROWS)
                                                .mapToObj(
                                                        i -> "abc".substring(i / 20, i / 20 + 1))));
        var model = new RandomForest(5, 42).fit(three, "y");

        var all = (PartialDependence) explain(model, "--what pdp --feature x");
        assertThat(all.outputs()).containsExactly("a", "b", "c");
        assertThat(all.toString()).contains("p(a) over x: ", "; p(b) over x: ", "; p(c) over x: ");
        var usual = (PartialDependence) explain(model, "--what ice --feature x");
        assertThat(usual.toString())
                .startsWith("p(a) over x: ")
                .endsWith("each drawn; the first of 3 classes, of(class) tells another");
        assertThat(usual.chart().toString()).contains("p(a) over x");
        var chosen = (PartialDependence) explain(model, "--what ice --class c --feature x");
        assertThat(chosen.means()).isEqualTo(all.means("c"));
        assertThat(chosen.toString()).startsWith("p(c) over x: ").endsWith("each drawn");
        assertThat(chosen.chart().toString()).contains("p(c) over x");
        assertThat(((ShapValues) explain(model, "--what shap --class b")).output()).isEqualTo("b");
        assertThatThrownBy(() -> explain(model, "--class b"))
                .hasMessage(
                        "%explain: --class b is for --what pdp, ice and shap, and permutation tells of all classes; leave one of them out");
        assertThatThrownBy(() -> explain(model, "--what shap --class d"))
                .hasMessage("%explain: no output 'd'; there are: a, b, c");
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

    @Test
    void anAlgorithmHasTheExampleOfItsMagic() {
        assertThatThrownBy(
                        () ->
                                line(
                                        "tune",
                                        "linear --label y --sampler tpee",
                                        new Value("t", table)))
                .hasMessageContaining("Example: %tune linear --label churned");
    }

    @Test
    void aLabelBesideGroupsAndAnomaliesIsComparedOrLeftOut() throws Exception {
        line("train", "isolation-forest --label y", new Value("test", table));
        assertThat(notebook.shown())
                .singleElement()
                .asString()
                .contains("column 'y' was left out; scores of anomaly are compared with no label");
        assertThatThrownBy(() -> line("train", "kmeans --label x", new Value("t", table)))
                .hasMessageContaining("'x'");
        assertThatThrownBy(() -> line("tune", "kmeans --label y", new Value("t", table)))
                .hasMessage(
                        "%tune: KMeans learns without a label, and nothing tells which of its settings predict best; train it with %train, and compare settings by ClusterSeparation");
    }
}
