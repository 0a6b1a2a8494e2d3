package himalia.parallel;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import himalia.display.bundle.MimeBundle;
import himalia.evaluation.Report;
import himalia.training.LogisticRegression;
import himalia.training.MultilayerPerceptron;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

@Tag("once")
@Timeout(120)
class DataParallelTest {
    @TempDir private Path folder;

    private final Table train = heldOut("breast_cancer", false);

    private static MultilayerPerceptron network(int epochs) {
        return new MultilayerPerceptron(List.of(16, 8), epochs, 0.01, 32, 0, 42);
    }

    @Test
    void twoProcessesLearnTheModelOfOne() throws Exception {
        var run = new DataParallel(network(10), 2).run(train, "y");

        Networks.assertSame(run.model(), network(10).fit(train, "y"), 1e-6);
        var timeline = run.timeline();
        assertThat(timeline.workers()).hasSize(2);
        assertThat(timeline.table().stringColumn("activity").unique())
                .containsExactlyInAnyOrder("compute", "wait", "send");
        assertThat(timeline.spans()).allMatch(span -> span.end() >= span.start());
        assertThat(timeline.bubbleShare()).isBetween(0.0, 1.0);
        assertThat(timeline.speedUp()).isBetween(0.1, 2.0);
        assertThat(timeline.amdahl(1)).isEqualTo(1);
        assertThat(run.losses()).isEmpty();
        var shown = Display.render(run);
        assertThat(shown.text())
                .startsWith("DataParallel[trainer=MultilayerPerceptron[")
                .containsPattern("waiting \\d+ % of the time, \\d\\.\\d\\d times as fast")
                .containsPattern("worker 0 +\\d")
                .containsPattern("worker 1 +\\d");
        assertThat(shown.data().get(MimeBundle.HTML).toString())
                .contains("<img alt=\"What the workers do, in seconds");
    }

    @Test
    void batchesAddedUpAreOneLargerBatch() throws Exception {
        var larger = new MultilayerPerceptron(List.of(16, 8), 5, 0.01, 96, 0, 42);

        var model = new DataParallel(network(5), 2).accumulate(3).fit(train, "y");

        Networks.assertSame(model, larger.fit(train, "y"), 1e-6);
    }

    @Test
    void patienceIsThatOfOneProcess() throws Exception {
        var patient = new MultilayerPerceptron(List.of(8), 200, 0.05, 32, 2, 7);

        var model = new DataParallel(patient, 2).fit(train, "y");

        Networks.assertSame(model, patient.fit(train, "y"), 1e-5);
    }

    @Test
    void workersOnTheirOwnStayWithinTheirBound() {
        var run = new DataParallel(network(10), 2).mode(Mode.ASYNC).staleness(1).run(train, "y");

        // A worker that is one step ahead has seen at most the two steps of the other one come.
        assertThat(run.stalest()).isBetween(0L, 3L);
        assertThat(Report.of(run.model(), heldOut("breast_cancer", true)).accuracy())
                .isGreaterThan(0.93);
    }

    @Test
    void aTrainingThatDivergesIsStoppedAndSaid() {
        var wild = new MultilayerPerceptron(List.of(3), 5, 1e30, 32, 0, 1);

        assertThatThrownBy(() -> new DataParallel(wild, 2).fit(train, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(
                        "DataParallel diverges: in epoch 1 its loss is (NaN|Infinity); take a"
                                + " smaller rate than 1.0E30, or scale features with huge values");
    }

    @Test
    void aWorkerThatCannotStartIsNamed() {
        var none = new Launch("/no/such/java", Duration.ofSeconds(5), Duration.ofSeconds(5));
        var parallel = new DataParallel(network(1), 2);

        assertThatThrownBy(() -> parallel.run(train, "y", none, new Watcher() {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith(
                        "the workers cannot be started: worker 0 cannot be started by /no/such/java"
                                + " (");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aWorkerThatEndsAtOnceOrNeverCallsIsNamed() throws Exception {
        var parallel = new DataParallel(network(1), 2);
        var ends = new Launch("false", Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThatThrownBy(() -> parallel.run(train, "y", ends, new Watcher() {}))
                .hasMessageMatching(
                        "the workers cannot be started: worker \\d \\(process \\d+\\) ended with"
                                + " status 1 before it called, the 4th of them in a row; try again, by fewer workers, or in this process alone");
        var script =
                Files.writeString(folder.resolve("java"), "#!/bin/sh\necho no\nexec sleep 60\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var never = new Launch(script.toString(), Duration.ofSeconds(1), Duration.ofSeconds(5));
        assertThatThrownBy(() -> parallel.run(train, "y", never, new Watcher() {}))
                .hasMessageMatching(
                        "the workers cannot be started: worker 0 \\(process \\d+\\) did not call in"
                                + " 1 s; it said: no; try again, .*");
    }

    /** As one that is killed while it says who it is. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aWorkerThatHangsUpAsItCallsIsNamed() throws Exception {
        var script =
                Files.writeString(
                        folder.resolve("java"),
                        """
                        #!/bin/bash
                        port=$(tail -n 2 "${1#@}" | head -n 1 | tr -d '"')
                        token=$(cat)
                        printf "$(printf %s "$token" | sed 's/../\\\\x&/g')" > /dev/tcp/127.0.0.1/$port
                        exit 3
                        """);
        assertThat(script.toFile().setExecutable(true)).isTrue();
        var hangsUp = new Launch(script.toString(), Duration.ofSeconds(20), Duration.ofSeconds(5));
        var parallel = new DataParallel(network(1), 2);
        assertThatThrownBy(() -> parallel.run(train, "y", hangsUp, new Watcher() {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "the workers cannot be started: worker \\d \\(process \\d+\\) ended with"
                                + " status 3 before it called, the 4th of them in a row; try again, .*");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aCheckpointWithoutRoomIsSaid() {
        var parallel = new DataParallel(network(2), 2).checkpoint("/dev/full");

        assertThatThrownBy(() -> parallel.fit(train, "y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the checkpoint '/dev/full' cannot be written (");
    }

    @Test
    void settingsAreChecked() {
        assertThatThrownBy(() -> new DataParallel(network(1), 0))
                .hasMessage("workers must be from 1 to 64, got 0");
        assertThatThrownBy(() -> new DataParallel(network(1), 2).staleness(-1))
                .hasMessage("staleness must be at least 0, got -1");
        assertThatThrownBy(() -> new DataParallel(network(1), 2).accumulate(0))
                .hasMessage("accumulate must be at least 1, got 0");
        assertThatThrownBy(() -> new DataParallel(new LogisticRegression(1.0), 2))
                .hasMessageStartingWith(
                        "LogisticRegression cannot be trained over several processes; take ");
        assertThatThrownBy(() -> new DataParallel(network(1), 12).fit(train.first(8), "y"))
                .hasMessage("there are 12 workers for 8 rows; each needs one at least");
        assertThatThrownBy(() -> new DataParallel(network(1), 40).fit(train, "y"))
                .hasMessage(
                        "there are 40 workers for the 32 rows of a step; take fewer workers, or a"
                                + " larger batch");
        assertThatThrownBy(
                        () ->
                                new DataParallel(
                                                new MultilayerPerceptron(
                                                        List.of(2), 1, 0.1, 8, 3, 1),
                                                2)
                                        .checkpoint(folder.resolve("c").toString()))
                .hasMessage(
                        "a checkpoint file does not hold the best epoch; take patience 0, got 3");
    }
}
