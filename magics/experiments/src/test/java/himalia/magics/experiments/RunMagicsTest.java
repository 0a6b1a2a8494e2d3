package himalia.magics.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.evaluation.Report;
import himalia.evaluation.TrainedModel;
import himalia.experiments.Run;
import himalia.experiments.RunLog;
import himalia.magics.ModelTables;
import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.MagicCatalog.Value;
import himalia.training.LogisticRegression;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

class RunMagicsTest {
    @TempDir Path folder;
    private final PicocliCatalog catalog = new PicocliCatalog();
    private final TrainedModel model =
            TrainedModel.of(
                    new LogisticRegression(1.0),
                    ModelTables.rows(200, 1),
                    "y",
                    ModelTables.rows(100, 2));

    record Tuned(Double rate, String kind) implements himalia.model.Trainer {
        @Override
        public himalia.model.Model fit(Table table, String label) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void whatIsNullIsNothingToRecord() throws Exception {
        var run = log(new Value("t", new Tuned(null, "l2")));
        assertThat(run.params()).isEqualTo(Map.of("trainer", "Tuned", "kind", "l2"));
        for (var option : List.of("--param", "--tag")) {
            assertThatThrownBy(() -> log("--metric", "x=1", option, "branch=null"))
                    .hasMessage(
                            "%%log: %s branch is null, and there would be nothing to record; leave it out, or say it in a word: %1$s branch=none"
                                    .formatted(option));
        }
    }

    @Test
    void aLogThatIsNamedAndNotThereIsNoEmptyOne() throws Exception {
        assertThatThrownBy(
                        () ->
                                catalog.line(
                                        new RecordingNotebook(folder),
                                        "runs",
                                        List.of("--file", "nothere.db")))
                .hasMessage(
                        "%runs: there is no log 'nothere.db'; %log --file nothere.db makes it with its first run");
        var usual = catalog.line(new RecordingNotebook(folder), "runs", List.of());
        assertThat(((Table) usual).rowCount()).isZero();
    }

    @Test
    void aModelAReportAndWhatIsAddedBecomeARunBesideTheNotebook() throws Exception {
        var report = Report.of(model, ModelTables.rows(100, 3));

        var run =
                log(
                        "--name",
                        "linear",
                        "--metric",
                        "cost=12.5",
                        "--param=data=v2",
                        "--tag",
                        "who=me=you",
                        new Value("model.model()", model.model()),
                        new Value("report", report));

        assertThat(run.name()).isEqualTo("linear");
        assertThat(run.metrics())
                .containsAllEntriesOf(report.metrics())
                .containsEntry("cost", 12.5);
        assertThat(run.params()).containsEntry("c", "1.0").containsEntry("data", "v2");
        assertThat(run.tags()).isEqualTo(Map.of("who", "me=you"));
        var twin = RunLog.at(folder.resolve(".himalia").resolve("runs.db"), Clock.systemUTC());
        assertThat(twin.list()).containsExactly(run);
    }

    @Test
    void aTrainedModelBringsItsReport() throws Exception {
        assertThat(log(new Value("model", model)).metrics()).isEqualTo(model.report().metrics());
    }

    @Test
    void runsAreATableAndAChartOfTheMainMetric() throws Exception {
        assertThat(runs(new RecordingNotebook(folder)).rowCount()).isZero();
        log("--name", "one", new Value("model", model));
        log("--name", "two", "--metric", "recall=0.25");

        var notebook = new RecordingNotebook(folder);
        var table = runs(notebook);
        runs(notebook, "--metric", "recall", "--metric", "mcc");

        assertThat(table.stringColumn("name").asList()).containsExactly("two", "one");
        assertThat(notebook.shown()).hasSize(3);
        assertThat(notebook.shown().get(0)).contains("pr_auc by run");
        assertThat(notebook.shown().get(1)).contains("recall by run", "two #2");
    }

    @Test
    void slipsAreOneMessage() {
        assertThatThrownBy(() -> log("--metric", "recall"))
                .hasMessage("%log: --metric wants name=value, got 'recall'");
        assertThatThrownBy(() -> log("--metric", "recall=high"))
                .hasMessage("%log: metric 'recall' wants a number, got 'high'");
        assertThatThrownBy(() -> log("--metric", "auc=NaN"))
                .hasMessage(
                        "%log: metric 'auc' is NaN, and %runs would show a gap; leave it out, or say why with --tag auc=undefined");
        assertThatThrownBy(() -> log(new Value("train", Table.create())))
                .hasMessage(
                        "%log: a value of type Table tells nothing about a run; give a model, a trainer, a report or a map of metrics");
        assertThatThrownBy(() -> runs(new RecordingNotebook(folder), "--metric", "recall"))
                .hasMessage("%runs: the log has no runs with metrics yet");
    }

    @Test
    void aNameThatIsGivenTwoValuesIsNamedAndNothingIsRecorded() throws Exception {
        assertThatThrownBy(() -> log("--metric", "loss=1", "--metric", "loss=2"))
                .hasMessage(
                        "%log: --metric gives 'loss' twice, 1 and 2; leave one out, or give it another name");
        assertThatThrownBy(() -> log("--param", "data=v1", "--param", "data=v2"))
                .hasMessage(
                        "%log: --param gives 'data' twice, v1 and v2; leave one out, or give it another name");
        assertThatThrownBy(() -> log("--tag", "who=me", "--tag", "who=you"))
                .hasMessageContaining("--tag gives 'who' twice, me and you");
        var map = new Value("scores", Map.of("loss", 0.5));
        assertThatThrownBy(() -> log("--metric", "loss=1", map))
                .hasMessageContaining("--metric gives 'loss' twice, 0.5 and 1");
        assertThatThrownBy(() -> log("--java", "--metric", "loss=1", "--metric", "loss=2"))
                .hasMessageContaining("--metric gives 'loss' twice, 1 and 2");

        assertThat(runs(new RecordingNotebook(folder)).rowCount()).isZero();
        assertThat(log("--metric", "loss=1", "--param", "loss=2").metrics())
                .isEqualTo(Map.of("loss", 1.0));
    }

    private Run log(Object... words) throws Exception {
        return (Run) catalog.line(new RecordingNotebook(folder), "log", List.of(words));
    }

    private Table runs(RecordingNotebook notebook, Object... words) throws Exception {
        return (Table) catalog.line(notebook, "runs", List.of(words));
    }
}
