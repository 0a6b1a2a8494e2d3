package himalia.experiments;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import himalia.evaluation.Report;
import himalia.training.BoostingOptions;
import himalia.training.GradientBoosting;
import himalia.training.LogisticRegression;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    @TempDir Path folder;

    private RunLog log() {
        return RunLog.at(folder.resolve("deep").resolve("runs.db"), NOON);
    }

    @Test
    void aModelAndItsReportBecomeARun() {
        var model = new LogisticRegression(1.0).fit(heldOut("breast_cancer", false), "y");
        var report = Report.of(model, heldOut("breast_cancer", true));

        var run = log().record("linear", model, report);

        assertThat(run.id()).isEqualTo(1);
        assertThat(run.started()).isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
        assertThat(run.params())
                .containsEntry("trainer", "LogisticRegression")
                .containsEntry("c", "1.0")
                .containsEntry("balanced", "false")
                .containsEntry("label", "y");
        assertThat(run.metrics()).isEqualTo(report.metrics());
        assertThat(log().run(1)).isEqualTo(run);
        assertThat(Display.text(run))
                .startsWith("run #1 'linear' recorded\naccuracy 0.9649, ")
                .endsWith("\ntrainer=LogisticRegression, c=1.0, balanced=false, label=y");
    }

    @Test
    void whatBecameOfATrainingIsATag() {
        var early = BoostingOptions.NONE.earlyStopping(5, 0.25);
        var model =
                new GradientBoosting(500, 42).with(early).fit(heldOut("breast_cancer", false), "y");

        var run = log().run("early").model(model).record();

        assertThat(run.tags()).containsEntry("outcome", model.outcome());
        assertThat(model.outcome()).startsWith("kept ");
    }

    @Test
    void aLogBelowAFileIsRefusedInOurWords() throws Exception {
        var file = Files.createFile(folder.resolve("file"));
        var log = RunLog.at(file.resolve("runs.db"), NOON);

        assertThatThrownBy(() -> log.run("a").metric("recall", 0.5).record())
                .hasMessageEndingWith(
                        "cannot be made: %s: %s is a file, and no folder; name another one"
                                .formatted(file.resolve("runs.db"), file));
    }

    @Test
    void runsAreATableTheNewestFirst() {
        log().run("first").metric("recall", 0.5).param("rounds", 10).record();
        log().run("second").metric("recall", 0.75).param("recall", "x").tag("data", "v2").record();

        var table = log().runs();

        assertThat(table.columnNames())
                .containsExactly(
                        "run", "name", "started", "recall", "param recall", "rounds", "data");
        assertThat(table.stringColumn("name").asList()).containsExactly("second", "first");
        assertThat(table.doubleColumn("recall").asList()).containsExactly(0.75, 0.5);
        assertThat(table.dateTimeColumn("started").get(0))
                .isEqualTo(LocalDateTime.of(2026, 11, 24, 12, 0));
    }

    @Test
    void theLastStepOfAMetricCountsAndAllAreKept() {
        var run =
                log().run("mlp")
                        .metric("loss", 1, 0.9)
                        .metric("loss", 3, 0.25)
                        .metric("loss", 2, 0.5)
                        .metric("strange", Double.NaN)
                        .record();

        assertThat(run.metrics()).containsEntry("loss", 0.25).containsEntry("strange", Double.NaN);
        assertThat(log().history(1, "loss").doubleColumn("loss").asList())
                .containsExactly(0.9, 0.5, 0.25);
        assertThat(log().chart("loss").text()).contains("mlp #1");
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        var pool = Executors.newFixedThreadPool(8);
        var writers = new ArrayList<Callable<Long>>();
        for (int i = 0; i < 64; i++) {
            writers.add(() -> log().run("parallel").metric("recall", 0.5).record().id());
        }

        var ids = new ArrayList<Long>();
        for (var written : pool.invokeAll(writers)) {
            ids.add(written.get());
        }
        pool.shutdown();

        assertThat(ids).doesNotHaveDuplicates().hasSize(64);
        assertThat(log().list()).hasSize(64);
    }

    @Test
    void severalProcessesMayWriteAndTheFirstOnesRaceToMakeTheFile() throws Exception {
        var processes = new ArrayList<Process>();
        for (int i = 0; i < 3; i++) {
            var command =
                    List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            RunLogWriter.class.getName(),
                            folder.resolve("shared.db").toString(),
                            "20");
            processes.add(new ProcessBuilder(command).redirectErrorStream(true).start());
        }
        for (var process : processes) {
            var said = new String(process.getInputStream().readAllBytes());
            assertThat(process.waitFor()).as(said).isZero();
        }

        assertThat(RunLog.at(folder.resolve("shared.db"), NOON).list()).hasSize(60);
    }

    @Test
    void readingALogThatIsNotThereMakesNone() {
        assertThat(log().list()).isEmpty();
        assertThat(log().runs().rowCount()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void slipsAreToldWithTheirValue() throws Exception {
        assertThatThrownBy(() -> log().chart("recall"))
                .hasMessage("the log has no runs with metrics yet");
        log().run("a").metric("recall", 1).record();
        assertThatThrownBy(() -> log().chart("recal"))
                .hasMessage("no run has the metric 'recal'; there are: recall");
        assertThatThrownBy(() -> log().run(7)).hasMessage("no run #7 in the log");
        assertThatThrownBy(() -> log().run(" ")).hasMessage("a run needs a name, got ' '");
    }

    @Test
    void aFileThatIsNoLogOrANewerOneIsRefused() throws Exception {
        var text = folder.resolve("notes.txt");
        Files.writeString(text, "nothing of a database in here, only words and words and words");
        assertThatThrownBy(() -> RunLog.at(text, NOON).list())
                .hasMessageStartingWith("the run log '" + text + "' cannot be used: ");

        var newer = folder.resolve("newer.db");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
                var statement = connection.createStatement()) {
            statement.executeUpdate("pragma user_version = 9");
        }
        assertThatThrownBy(() -> RunLog.at(newer, NOON).list())
                .hasMessage(
                        "the run log '"
                                + newer
                                + "' was written by a newer Himalia (version 9, this one reads 1); update Himalia, or name another file");
    }
}
