package himalia.parallel;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import himalia.training.NetworkTask;
import himalia.training.TrainingInterrupted;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Trainings that end before their workers begin, or lose them as they do. */
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

    /** 48 million weights, with Adam's means and squares of each. */
    @Test
    void weightsThatNoMessageCarriesAreRefusedBeforeAnyProcessStarts() {
        var wide = new MultilayerPerceptron(List.of(8000, 6000), 3, 0.01, 32, 0, 42);
        var rows = new double[100][4];
        var task = new NetworkTask("DataParallel", wide, rows, new int[100], 2, new float[0]);

        assertThatThrownBy(() -> NetworkJob.of(task, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "DataParallel sends each process the weights and what its steps need in one"
                                + " message of 133 million numbers at most, room for 44651828 weights,"
                                + " got 48058002; take smaller layers, or train in this process alone");
        assertThatThrownBy(() -> FrameLink.checkLength(FrameLink.MOST + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "a message of 536,870,913 bytes is sent to no process, which takes"
                                + " 536,870,912 at most; train in this process alone");
    }

    /** One process takes it: all rows a step. */
    @Test
    void aBatchOfAsManyRowsAsCanBeCountedIsAllOfThem() throws Exception {
        int all = Integer.MAX_VALUE;
        assertThat(AsynchronousTask.steps(455, all, 0, 2)).isEqualTo(1);
        assertThat(AsynchronousTask.steps(455, all, 1, 2)).isZero();
        assertThat(AsynchronousTask.steps(96, 32, 0, 2)).isEqualTo(2);
        assertThat(AsynchronousTask.steps(96, 32, 1, 2)).isEqualTo(1);
        assertThat(AsynchronousTask.steps(97, 32, 1, 2)).isEqualTo(2);

        var network = new MultilayerPerceptron(List.of(4), 3, 0.01, 1 << 30, 0, 42);
        var together = new DataParallel(network, 2).accumulate(4).fit(train, "y");
        Networks.assertSame(together, network.fit(train, "y"), 1e-6);
    }

    @Test
    void anInterruptOfAPlacedProcessIsOne() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> PlacedTracker.start(1, "127.0.0.1", List.of()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
        try (var tracker = PlacedTracker.start(1, "127.0.0.1", List.of())) {
            assertThat(tracker.words()).isNotEmpty();
            Thread.currentThread().interrupt();
            assertThatThrownBy(tracker::await).isInstanceOf(CancellationException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** A table of three gigabytes, say. */
    @Test
    void aFileThatIsNoCheckpointIsNotReadAndNotToBeDeleted() throws IOException {
        var file = folder.resolve("rows.csv");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(3L << 30);
        }
        var start = new Checkpoint(0, new float[0], WorkerFrame.EMPTY);
        assertThatThrownBy(() -> start.orRead(file.toString(), "any"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the checkpoint '%s' cannot be read (it is no checkpoint); name another file"
                                .formatted(file));
        assertThat(file).exists();
    }

    @Test
    void aFileOfAModelDoesNotTellWhereItsCheckpointWas() {
        var file = folder.resolve("trees.checkpoint").toString();
        var parallel = new DataParallel(new GradientBoosting(2, 42), 2).openSockets();
        assertThat(parallel.checkpoint(file).fit(train, "y").trainer()).isEqualTo(parallel);
    }

    @Test
    void aPoolHasNoMoreProcessesThanATraining() {
        assertThatThrownBy(() -> WorkerPool.start(65, PoolTask.class, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("workers must be from 1 to 64, each a process, got 65");
    }

    /** As XGBoost reads its rows: nothing lies below 0 that is nearer to it than a float gets. */
    @Test
    void whatIsNearerToZeroThanAFloatIsZero() {
        assertThat(SharedBins.cells(new double[][] {{-1e-60, -1, 2}}))
                .usingComparatorWithPrecision(0f)
                .containsExactly(0f, -1f, 2f)
                .satisfies(cells -> assertThat(Float.floatToRawIntBits(cells[0])).isZero());
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aWorkerThatIsLostInPlaceOfAnotherIsReplacedToo() throws Exception {
        var starts = new int[1];
        var kill =
                new Watcher() {
                    private TrainingProcesses workers;

                    @Override
                    public void started(TrainingProcesses processes) {
                        workers = processes;
                        starts[0]++;
                    }

                    @Override
                    public void done(int count) {
                        if (count == 2 && starts[0] == 1) {
                            new Thread(() -> killNext(workers.pid(0))).start();
                            LostWorkersTest.signal("KILL", workers.pid(0));
                        }
                    }
                };

        var run = new DataParallel(NETWORK, 2).run(train, "y", Launch.usual(), kill);

        assertThat(run.losses()).hasSize(1);
        assertThat(run.losses().get(0))
                .contains("was killed by signal 9; worker ", " before it called")
                .endsWith("training went on from the checkpoint after epoch 2");
        Networks.assertSame(run.model(), NETWORK.fit(train, "y"), 1e-6);
    }

    /** Waits for a child that was not there before, and kills it. */
    private static void killNext(long before) {
        var known = ProcessHandle.current().children().map(ProcessHandle::pid).toList();
        while (true) {
            var next =
                    ProcessHandle.current()
                            .children()
                            .filter(each -> !known.contains(each.pid()))
                            .filter(each -> isWorker(each))
                            .findFirst();
            if (next.isPresent()) {
                next.get().destroyForcibly();
                return;
            }
            Thread.onSpinWait();
        }
    }

    private static boolean isWorker(ProcessHandle process) {
        var words = process.info().arguments().orElse(new String[0]);
        return words.length > 0 && words[words.length - 1].endsWith("arguments");
    }

    @Test
    void ofOneWorkerNobodyKnowsTheSerialShare() {
        var share = new WorkerShare(0, 8, 1, 1);
        var timeline = new Timeline(List.of(), List.of(share));
        var run = new ParallelRun(NETWORK.fit(train, "y"), "one", timeline, List.of(), 0);

        assertThat(timeline.serialShare()).isNaN();
        assertThat(timeline.amdahl(4)).isFinite();
        assertThat(new ParallelRunRenderer().render(run).data().get("text/html").toString())
                .doesNotContain("Amdahl");
    }
}
