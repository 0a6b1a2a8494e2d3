package himalia.parallel;

import static himalia.reference.ModelReference.heldOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.training.GradientBoosting;
import himalia.training.MultilayerPerceptron;
import himalia.training.TrainingInterrupted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** Workers that are killed or interrupted in the middle of a training. */
@Tag("once")
@Timeout(120)
@EnabledOnOs({OS.LINUX, OS.MAC})
class LostWorkersTest {
    private static final MultilayerPerceptron NETWORK =
            new MultilayerPerceptron(List.of(16, 8), 12, 0.01, 32, 0, 42);

    @TempDir private Path folder;

    private final Table train = heldOut("breast_cancer", false);

    /** Does something to the workers once, when so many epochs are done. */
    static Watcher after(int epochs, Consumer<TrainingProcesses> deed) {
        return new Watcher() {
            private TrainingProcesses workers;

            @Override
            public void started(TrainingProcesses processes) {
                workers = processes;
            }

            @Override
            public void done(int count) {
                if (count == epochs) {
                    deed.accept(workers);
                }
            }
        };
    }

    static void signal(String name, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, "" + pid).start().waitFor();
            assertThat(status).isZero();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aKilledWorkerIsNamedAndTheModelIsTheRightOne() throws Exception {
        int worker = 1;
        var parallel = new DataParallel(NETWORK, 2);
        var pid = new long[1];
        var kill =
                after(
                        4,
                        workers -> {
                            pid[0] = workers.pid(worker);
                            signal("KILL", pid[0]);
                        });

        var run = parallel.run(train, "y", Launch.usual(), kill);

        assertThat(run.losses()).hasSize(1);
        assertThat(run.losses().get(0))
                .startsWith(
                        "worker %d (process %d) was killed by signal 9; process "
                                .formatted(worker, pid[0]))
                .endsWith(
                        " is worker %d now; training went on from the checkpoint after epoch 4"
                                .formatted(worker));
        Networks.assertSame(run.model(), parallel.fit(train, "y"), 0);
    }

    @Test
    void aWorkerThatSaysNothingIsReplaced() throws Exception {
        var launch =
                new Launch(Launch.usual().java(), Duration.ofSeconds(60), Duration.ofSeconds(3));
        var stop = after(2, workers -> signal("STOP", workers.pid(0)));

        var run = new DataParallel(NETWORK, 2).run(train, "y", launch, stop);

        assertThat(run.losses()).hasSize(1);
        assertThat(run.losses().get(0)).contains("said nothing for 3 s");
        Networks.assertSame(run.model(), NETWORK.fit(train, "y"), 1e-6);
    }

    @Test
    void aTrainingThatLosesWorkersAgainAndAgainIsGivenUp() {
        var kill =
                new Watcher() {
                    @Override
                    public void started(TrainingProcesses workers) {
                        signal("KILL", workers.pid(0));
                    }
                };

        assertThatThrownBy(() -> new DataParallel(NETWORK, 2).run(train, "y", Launch.usual(), kill))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "worker 0 \\(process \\d+\\) was killed by signal 9, the 4th loss without"
                                + " progress; the training is given up; take fewer workers where"
                                + " memory is short, or train in this process alone");
    }

    /** Starts Java, but for the first so many times, when it is killed. */
    private Launch killedFirst(int times) throws Exception {
        var script =
                Files.writeString(
                        folder.resolve("java"),
                        """
                        #!/bin/bash
                        for n in $(seq %d); do
                            mkdir "%s/killed-$n" 2> /dev/null && kill -9 $$
                        done
                        exec "%s" "$@"
                        """
                                .formatted(times, folder, Launch.usual().java()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        return new Launch(script.toString(), Duration.ofSeconds(60), Duration.ofSeconds(10));
    }

    @Test
    void aWorkerThatIsKilledAsItStartsIsReplaced() throws Exception {
        var run = new DataParallel(NETWORK, 2).run(train, "y", killedFirst(1), new Watcher() {});

        assertThat(run.losses())
                .singleElement()
                .asString()
                .matches(
                        "worker [01] \\(process \\d+\\) was killed by signal 9 before it called; all workers were started anew, and training began");
        Networks.assertSame(run.model(), NETWORK.fit(train, "y"), 1e-6);
        var trees = new DataParallel(new GradientBoosting(3, 42), 2).openSockets();
        Files.delete(folder.resolve("killed-1"));
        assertThat(trees.run(train, "y", killedFirst(1), new Watcher() {}).losses()).hasSize(1);
    }

    @Test
    void theFourthOfThemEndsTheTraining() throws Exception {
        var launch = killedFirst(50);

        assertThatThrownBy(
                        () ->
                                new DataParallel(NETWORK, 2)
                                        .run(train, "y", launch, new Watcher() {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageMatching(
                        "the workers cannot be started: worker [01] \\(process \\d+\\) was killed by signal 9 before it called, the 4th of them in a row; try again, by fewer workers, or in this process alone");
    }

    /** What a worker does whose links broke, where no process has ended. */
    public static final class Alone implements PoolTask {
        @Override
        public void begin(byte[] task) {
            // It has none.
        }

        @Override
        public byte[] work(byte[] order, Parent parent) throws CutOff {
            throw new CutOff("worker 1 is gone", null);
        }
    }

    @Test
    void workersThatHaveAllLostEachOtherAreReplaced() throws Exception {
        var services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(PoolTask.class.getName()), Alone.class.getName());
        var task = PooledTask.bytes(Alone.class, new byte[0]);
        var launch = Launch.usual().with(List.of(folder));
        try (var workers = TrainingProcesses.start(2, launch, task, false, new LostWorkers())) {
            var orders = List.of(new byte[0], new byte[0]);
            assertThatThrownBy(() -> workers.work(orders, (worker, found) -> {}))
                    .isInstanceOf(WorkerLost.class)
                    .hasMessage("the workers lost each other, and none is gone");
            workers.replace(List.of(0, 1));
            assertThat(workers.count()).isEqualTo(2);
        }
    }

    @Test
    void workersEndWhenTheirParentIsKilled() throws Exception {
        var parent =
                new ProcessBuilder(
                                Launch.usual().java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                LongTraining.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        while (parent.isAlive() && parent.children().count() < 2) {
            Thread.onSpinWait();
        }
        var workers = parent.children().toList();

        parent.destroyForcibly();

        assertThat(workers).hasSize(2);
        for (var worker : workers) {
            assertThat(worker.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    /** What they said meanwhile is yet to be read. */
    @Test
    void aTrainingThatStoodStillItselfKeepsItsWorkers() throws Exception {
        var log = folder.resolve("log");
        var parent =
                new ProcessBuilder(
                                Launch.usual().java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-Dai.djl.offline=true",
                                StoppedTraining.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        assertThat(parent.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(log)).contains("losses: []");
    }

    @Test
    void anInterruptEndsTheProcessesAndKeepsTheCheckpoint() throws Exception {
        var file = folder.resolve("network.checkpoint");
        var parallel = new DataParallel(NETWORK, 2).checkpoint(file.toString());
        var pids = new long[2];
        var interrupt =
                after(
                        5,
                        workers -> {
                            pids[0] = workers.pid(0);
                            pids[1] = workers.pid(1);
                            Thread.currentThread().interrupt();
                        });

        assertThatThrownBy(() -> parallel.run(train, "y", Launch.usual(), interrupt))
                .isInstanceOf(TrainingInterrupted.class)
                .hasMessage("DataParallel was interrupted after 5 of 12 epochs");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(LongStream.of(pids)).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(file).exists();
        assertThatThrownBy(() -> parallel.fit(train.first(100), "y"))
                .hasMessageStartingWith(
                        "the checkpoint '" + file + "' is of a training with other");
        var seen = new int[1];
        var resumed =
                parallel.run(
                        train,
                        "y",
                        Launch.usual(),
                        new Watcher() {
                            @Override
                            public void done(int count) {
                                seen[0]++;
                            }
                        });
        assertThat(seen[0]).isEqualTo(7);
        Networks.assertSame(resumed.model(), NETWORK.fit(train, "y"), 1e-6);
        assertThat(file).doesNotExist();
        Files.writeString(file, "no checkpoint");
        assertThatThrownBy(() -> parallel.fit(train, "y"))
                .hasMessageStartingWith("the checkpoint '" + file + "' cannot be read (");
    }
}
