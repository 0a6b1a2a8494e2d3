package himalia.cluster;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.model.Model;
import himalia.parallel.DataParallel;
import himalia.remote.ClusterAddress;
import himalia.storage.Storage;
import himalia.streaming.TwoProcesses;
import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import himalia.training.TrainingInterrupted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Training on a cluster of two processes, which has nothing but Flink. */
@Tag("once")
@Timeout(300)
class ClusterParallelTest {
    private static final GradientBoosting TREES = new GradientBoosting(25, 42);

    /** Of which nobody waits for the end. */
    private static final GradientBoosting LONG = new GradientBoosting(1_000_000, 42);

    @TempDir private static Path place;
    private static TwoProcesses processes;

    @TempDir private Path folder;

    private final Table train = heldOut("breast_cancer", false);
    private final Table test = heldOut("breast_cancer", true);

    @BeforeAll
    static void start() throws Exception {
        processes = TwoProcesses.start(place);
    }

    @AfterAll
    static void end() throws Exception {
        processes.close();
    }

    /** Whatever has happened, the cluster is as it was, and no worker is left. */
    @AfterEach
    void nothingIsLeft() throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ClusterAddress.of(processes.address()).overview().freeSlots() < 4) {
            assertThat(System.nanoTime()).as("a job is left").isLessThan(end);
            Thread.sleep(50);
        }
        for (var worker : workers()) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static ClusterParallel on(GradientBoosting trees, int workers) {
        return new ClusterParallel(trees, processes.address(), workers);
    }

    private byte[] file(Model model) throws Exception {
        var file = folder.resolve("some.model");
        model.save(file);
        return Files.readAllBytes(file);
    }

    @Test
    void theModelIsThatOfAsManyProcessesHereAndOfOne() throws Exception {
        var there = on(TREES, 2).fit(train, "y");

        assertThat(file(there))
                .isEqualTo(file(new DataParallel(TREES, 2).openSockets().fit(train, "y")));
        var alone = TREES.fit(train, "y");
        assertEqual(there, alone, test);
        assertEqual(on(TREES, 1).fit(train, "y"), alone, test);
    }

    @Test
    void balancedClassesOfThreeAreTheSameByAllSlots() {
        var iris = heldOut("iris", false);
        var balanced = TREES.withBalance();

        var there = on(balanced, 0).fit(iris, "y");

        assertThat(there.trainer()).isEqualTo(new DataParallel(balanced, 4).openSockets());
        assertEqual(there, balanced.fit(iris, "y"), iris);
    }

    @Test
    void workersReadTheirRowsThemselves() throws Exception {
        var alone = TREES.withBalance().fit(train, "y");
        for (var name : List.of("cells.parquet", "cells.csv")) {
            var file = folder.resolve(name);
            Storage.write(train, file);
            var rows = Storage.read(file);
            var reading = on(TREES.withBalance(), 2).reading(file);
            assertEqual(reading.fit(rows, "y"), alone, test);
            assertThatThrownBy(() -> reading.fit(rows.sortOn(rows.columnNames().get(0)), "y"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(
                            file + " on the cluster is not what the table here has");
        }
        var gone = on(TREES, 2).reading(folder.resolve("gone.parquet"));
        assertThatThrownBy(() -> gone.fit(train, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gone.parquet is not there on the cluster's machine");
    }

    private static void assertEqual(Model model, Model other, Table test) {
        var said = model.predict(test).ofClasses();
        var expected = other.predict(test).ofClasses();
        for (int row = 0; row < test.rowCount(); row++) {
            assertThat(said.probabilities(row)).isEqualTo(expected.probabilities(row));
        }
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnythingRuns() {
        var address = processes.address();
        assertThatThrownBy(() -> on(TREES, 5).fit(train, "y"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "5 workers need as many free slots, and there is Flink 2.3.0 at %s: 1 task manager, 4 of 4 slots free, no job runs; take fewer workers, wait for its jobs, or start another task manager there (bin/taskmanager.sh start)"
                                .formatted(address));
        assertThatThrownBy(() -> on(TREES, 4).fit(train.first(3), "y"))
                .hasMessage("there are 4 workers for 3 rows; each needs one at least");
        assertThatThrownBy(() -> new ClusterParallel(TREES, "127.0.0.1:1").fit(train, "y"))
                .hasMessageStartingWith("no Flink cluster answers at 127.0.0.1:1 (");
        assertThatThrownBy(() -> new ClusterParallel(TREES, "nowhere"))
                .hasMessageContaining("got 'nowhere'");
        assertThatThrownBy(() -> on(TREES, 65))
                .hasMessage(
                        "workers must be from 1 to 64, or 0 for as many as slots are free, got 65");
        assertThatThrownBy(() -> on(new GradientBoosting(25, 6, 0.3, 0.5, false, 42), 2))
                .hasMessageContaining("take subsample 1 and patience 0, got 0.5 and 0");
        var network = new MultilayerPerceptron(List.of(4), 1, 42);
        assertThatThrownBy(() -> new ClusterParallel(network, address))
                .hasMessage(
                        "MultilayerPerceptron cannot be trained on a cluster; take a GradientBoosting (%train xgboost), or processes of this machine (--workers)");
    }

    /** The processes that workers and the tracker are, beside the task manager. */
    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("himalia-worker-"))
                .toList();
    }

    /** A training that runs in a thread of its own, and what it throws. */
    private record Running(Thread cell, CompletableFuture<Throwable> thrown) {}

    /** Trains for long on two workers, when all processes are there that it needs. */
    private Running training() throws Exception {
        var thrown = new CompletableFuture<Throwable>();
        var cell =
                new Thread(
                        () -> {
                            try {
                                on(LONG, 2).fit(train, "y");
                                thrown.complete(new AssertionError("it came to its end"));
                            } catch (Throwable e) {
                                thrown.complete(e);
                            }
                        });
        cell.start();
        while (workers().size() < 3 && !thrown.isDone()) {
            Thread.sleep(50);
        }
        return new Running(cell, thrown);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aWorkerThatIsKilledIsNamed() throws Exception {
        var thrown = training().thrown();

        // Any of the three is one without which there is no model.
        workers().get(1).destroyForcibly();

        assertThat(thrown.get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("the training on the cluster ended, and ")
                .hasMessageContaining(" on its machine 127.0.0.1 says why: ")
                .hasMessageEndingWith("; run the cell again");
    }

    @Test
    void aTaskManagerThatDiesEndsTheTrainingAndTheNextOneIsSentAll() throws Exception {
        var thrown = training().thrown();

        processes.killTaskManager();

        try {
            assertThat(thrown.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "the cluster at %s lost a task manager while the job ran"
                                    .formatted(processes.address()));
        } finally {
            processes.restartTaskManager();
        }
        assertEqual(on(TREES, 2).fit(train, "y"), TREES.fit(train, "y"), test);
    }

    @Test
    void anInterruptEndsTheJob() throws Exception {
        var running = training();

        running.cell().interrupt();

        assertThat(running.thrown().get())
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessageMatching(
                        "GradientBoosting was interrupted after \\d+ of 1000000 rounds");
    }
}
