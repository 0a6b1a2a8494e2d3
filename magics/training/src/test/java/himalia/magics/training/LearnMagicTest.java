package himalia.magics.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.features.Pipeline;
import himalia.features.StandardScaler;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.model.Model;
import himalia.model.Trainer;
import himalia.objectives.Objectives;
import himalia.objectives.ScoredItems;
import himalia.online.Ddm;
import himalia.online.Prequential;
import himalia.online.Promotion;
import himalia.online.Retraining;
import himalia.online.StreamRun;
import himalia.table.Seeds;
import himalia.training.GaussianNB;
import himalia.training.LinearRegression;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What the lines %learn and %objectives ask of the library. */
class LearnMagicTest {
    private final RecordingNotebook notebook = new RecordingNotebook(Path.of("."));
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final Table stream = rows(400, 1, 1).append(rows(400, -1, 2));

    private static Table rows(int count, int sign, long seed) {
        var random = Seeds.random(seed);
        var x = DoubleColumn.create("x", random.doubles(count, -1, 1).toArray());
        var label = StringColumn.create("y");
        x.forEach(at -> label.append(sign * at > 0 ? "up" : "down"));
        return Table.create("stream", x, label);
    }

    private Object line(String magic, String words, Object... values) throws Exception {
        var all = new ArrayList<Object>(List.of(words.split(" ")));
        all.addAll(Arrays.asList(values));
        return catalog.line(notebook, magic, all);
    }

    private StreamRun learn(String words, Trainer trainer) throws Exception {
        return (StreamRun)
                line(
                        "learn",
                        "--label y " + words,
                        new Value("trainer", trainer),
                        new Value("stream", stream));
    }

    @Test
    void theLineSaysWhatTheLibraryDoes() throws Exception {
        var trainer = new LogisticRegression(1.0);
        var run =
                learn(
                        "--batch 20 --window 60 --drift ddm --retrain stateless --rows 80 --trial 40",
                        trainer);

        var twin =
                Prequential.of(trainer)
                        .batches(20, 60)
                        .with(Retraining.stateless(new Ddm(), 80).after(new Promotion(40, 0.05)))
                        .evaluate(stream, "y");
        assertThat(run.events()).isEqualTo(twin.events()).isNotEmpty();
        assertThat(run.scores().doubleColumn("champion").asList())
                .isEqualTo(twin.scores().doubleColumn("champion").asList());
    }

    @Test
    void aHistoryStandsBeforeTheStream() throws Exception {
        var run =
                (StreamRun)
                        line(
                                "learn",
                                "--label y --history",
                                new Value("history", rows(100, 1, 3)),
                                new Value("trainer", new GaussianNB()),
                                new Value("stream", stream));
        assertThat(run.scores().intColumn("row").max()).isEqualTo(799);
        assertThat(run.model().provenance().rows().rows()).isEqualTo(900);
        var still = learn("--only-at-alarms", new GaussianNB());
        assertThat(still.model().provenance().rows().rows()).isEqualTo(160);
        var further = learn("--retrain stateful --drift page-hinkley", new GaussianNB());
        assertThat(further.model().provenance().rows().rows()).isGreaterThanOrEqualTo(160);
    }

    @Test
    void slipsAreTold() {
        assertThatThrownBy(() -> learn("--rows 5", new GaussianNB()))
                .hasMessage(
                        "%learn: --rows 5 says how to retrain, and nothing is retrained; add --retrain stateless or --retrain stateful");
        assertThatThrownBy(() -> learn("--retrain stateful", new LogisticRegression(1.0)))
                .hasMessageStartingWith(
                        "%learn: LogisticRegression does not go on learning; take an SgdClassifier");
        var pipeline = Pipeline.of(new StandardScaler()).train(new GaussianNB());
        assertThatThrownBy(() -> learn("--batch 50", pipeline))
                .hasMessageStartingWith(
                        "%learn: a Pipeline does not go on learning, since its steps are fitted once, though its GaussianNB does;");
        assertThatThrownBy(() -> learn("--drift adwn", new GaussianNB()))
                .hasMessageContaining("adwin");
        assertThatThrownBy(
                        () ->
                                line(
                                        "objectives",
                                        "--model",
                                        model("x", "y"),
                                        "--weight",
                                        "1",
                                        "--weight",
                                        "2",
                                        items()))
                .hasMessage(
                        "%objectives: there are 1 of --model and 2 of --weight; give each model one, or leave all out");
    }

    private static Table numbers() {
        var random = Seeds.random(4);
        return Table.create(
                "numbers",
                DoubleColumn.create("a", random.doubles(40).toArray()),
                DoubleColumn.create("x", random.doubles(40).toArray()),
                DoubleColumn.create("y", random.doubles(40).toArray()));
    }

    private static Value model(String label, String other) {
        return new Value(label, new LinearRegression().fit(numbers().rejectColumns(other), label));
    }

    private static Value items() {
        return new Value("items", numbers());
    }

    @Test
    void modelsRankItemsByTheirWeights() throws Exception {
        var x = model("x", "y");
        var y = model("y", "x");
        var scored =
                (ScoredItems)
                        line(
                                "objectives",
                                "--sliders --model",
                                x,
                                "--weight",
                                "1",
                                "--model",
                                y,
                                "--weight",
                                "0.2",
                                items());

        var twin = Objectives.of((Model) x.value(), 1).and((Model) y.value(), 0.2).score(numbers());
        assertThat(scored.names()).containsExactly("x", "y");
        assertThat(scored.ranking()).isEqualTo(twin.ranking());
        assertThat(notebook.shown())
                .singleElement()
                .asString()
                .startsWith("x: 1.0 (0.0 … 2.0)\ny: 0.2 ");
        assertThat(((ScoredItems) line("objectives", "--model", x, items())).weights())
                .containsExactly(1);
    }
}
