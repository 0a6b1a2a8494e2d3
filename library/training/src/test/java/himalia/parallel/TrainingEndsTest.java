package himalia.parallel;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import himalia.training.NetworkTask;
import himalia.training.TrainingInterrupted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Trainings that are over before they have begun. */
@Tag("once")
@Timeout(120)
class TrainingEndsTest {
    private static final MultilayerPerceptron NETWORK =
            new MultilayerPerceptron(List.of(8), 3, 0.01, 32, 0, 42);

    @TempDir private Path folder;

    private final Table train = heldOut("breast_cancer", false);

    @Test
    void aCheckpointOfAllEpochsNeedsNoProcess() throws Exception {
        var file = folder.resolve("done.checkpoint");
        var copy = folder.resolve("copy");
        var parallel = new DataParallel(NETWORK, 2).checkpoint(file.toString());
        var keep = LostWorkersTest.after(NETWORK.epochs(), workers -> copied(file, copy));
        var model = parallel.run(train, "y", Launch.usual(), keep).model();
        Files.move(copy, file);
        var launch = new Launch("no Java", Duration.ofSeconds(1), Duration.ofSeconds(1));

        var run = parallel.run(train, "y", launch, new Watcher() {});

        Networks.assertSame(run.model(), model, 0);
        assertThat(file).doesNotExist();
        assertThat(run.timeline().workers()).isEmpty();
        assertThat(new ParallelRunRenderer().render(run).data().get("text/plain").toString())
                .endsWith("the checkpoint was of a training that is done; no process was started");
    }

    private static void copied(Path file, Path copy) {
        try {
            Files.copy(file, copy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void anInterruptWhileProcessesStartSaysWhoseItIs() {
        Thread.currentThread().interrupt();
        var trees = new DataParallel(new GradientBoosting(25, 42), 2).openSockets();

        assertThatThrownBy(() -> trees.fit(train, "y"))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("GradientBoosting was interrupted after 0 of 25 rounds");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void rowsThatNoMessageCarriesAreRefusedBeforeAnyProcessStarts() {
        var rows = new double[2_000_000][];
        Arrays.fill(rows, new double[134]);
        var task = new NetworkTask("DataParallel", NETWORK, rows, new int[0], 2, new float[0]);

        assertThatThrownBy(() -> NetworkJob.of(task, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "DataParallel sends each process all rows in one message of 133 million"
                            + " numbers at most, got 2000000 rows of 134 features; train on 992263"
                            + " rows or fewer, or in this process alone");
    }
}
