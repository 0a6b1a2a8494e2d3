package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The cluster that is kept, and its jobs. */
@Timeout(120)
class FlinkTest {
    private static DataStream<Long> endless() {
        return Streams.generate(1000, i -> i).stream();
    }

    @Test
    void allOfFlinkRunsOnIt() throws Exception {
        var squares = Flink.local(2).fromData(1, 2, 3).map(i -> i * i).executeAndCollect(10);
        assertThat(squares).containsExactlyInAnyOrder(1, 4, 9);
    }

    @Test
    void whatTheUsersCodeThrewIsThrownAndNotFlinksWordForIt() {
        var env = Flink.local();
        env.fromData(1, 2, 3).map(i -> 10 / (i - 2)).print();
        assertThatThrownBy(env::execute)
                .isExactlyInstanceOf(ArithmeticException.class)
                .hasMessage("/ by zero");
        assertThatThrownBy(
                        () -> Streams.collect(Flink.local().fromData(1, 2).map(i -> i / (i - 1))))
                .isExactlyInstanceOf(ArithmeticException.class);
        assertThatThrownBy(
                        () ->
                                Streams.collect(
                                        Flink.local()
                                                .fromData(1)
                                                .map(
                                                        i -> {
                                                            throw new IOException("no disk");
                                                        })
                                                .returns(Types.GENERIC(Object.class))))
                .hasMessage("the job failed: no disk")
                .hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aJobBehindTheCellsIsListedAndEnded() throws Exception {
        var came = new CountDownLatch(10);
        var job = Streams.start("counted", endless(), i -> came.countDown());
        came.await();
        assertThat(Flink.jobs()).contains(job);
        assertThat(Flink.job("counted").state()).isEqualTo(StreamJob.State.RUNNING);
        assertThat(job).hasToString("stream job 'counted': running");

        job.cancel();
        assertThat(job.await().state()).isEqualTo(StreamJob.State.ENDED);
        assertThatThrownBy(() -> Flink.job("count"))
                .hasMessageStartingWith(
                        "no stream job 'count'; did you mean 'counted'? There are: ");
        assertThatThrownBy(() -> job.stop(Path.of("nowhere")))
                .hasMessage(
                        "job 'counted' is ended already; only one that runs has a state to save");
    }

    @Test
    void aJobThatFailsWhileNobodyWaitsIsTold() throws Exception {
        try (var told = new ToldFailure()) {
            var job = Streams.start("wrong", endless().map(i -> 1 / (i - 5)), i -> {});
            var thrown = told.await();
            assertThat(thrown).isInstanceOf(ArithmeticException.class);
            assertThat(job.state()).isEqualTo(StreamJob.State.FAILED);
            assertThat(job.failure()).containsSame(thrown);
            assertThatThrownBy(job::await).isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void anInterruptOfTheWaitingThreadEndsTheJobAndKeepsTheCluster() throws Exception {
        var collected = new AtomicReference<Throwable>();
        var thread =
                new Thread(
                        () -> {
                            try {
                                Streams.collect(endless().filter(i -> i < 0), 1);
                            } catch (InterruptedException e) {
                                collected.set(e);
                            }
                        });
        thread.start();
        while (Flink.jobs().stream().noneMatch(FlinkTest::collects)) {
            Thread.onSpinWait();
        }
        var job = Flink.jobs().stream().filter(FlinkTest::collects).findFirst().orElseThrow();
        thread.interrupt();
        thread.join();
        assertThat(collected.get()).isInstanceOf(InterruptedException.class);
        assertThat(job.await().state()).isEqualTo(StreamJob.State.ENDED);
        assertThat(Streams.collect(Flink.local().fromData(1, 2))).containsExactly(1, 2);
    }

    private static boolean collects(StreamJob job) {
        return job.isRunning() && job.name().startsWith("collect");
    }

    /** How many of each digit were seen so far, of a source at full pace, and the last number. */
    private static DataStream<String> counts(StreamExecutionEnvironment env) {
        return Streams.replay(numbers()).timed(i -> i).speed(1).stream(env)
                .keyBy(i -> i % 10)
                .map(new CountSoFar());
    }

    private static List<Long> numbers() {
        var all = new ArrayList<Long>();
        for (long i = 0; i < 1_000; i++) {
            all.add(i);
        }
        return all;
    }

    @Test
    void aStoppedJobGoesOnFromItsSavepointAsIfItHadNotStopped(@TempDir Path folder)
            throws Exception {
        var whole = Streams.collect(counts(Flink.local()));
        assertThat(whole).hasSize(1_000).contains("9: 100 of 999");

        var first = new ConcurrentLinkedQueue<String>();
        var job = Streams.start("stopped", counts(Flink.local()), first::add);
        while (first.size() < 100) {
            Thread.onSpinWait();
        }
        var saved = job.stop(folder);
        assertThat(job.state()).isEqualTo(StreamJob.State.ENDED);
        assertThat(first).hasSizeLessThan(1_000);

        var rest = Streams.collect(counts(Flink.resume(saved)));
        var both = new ArrayList<>(first);
        both.addAll(rest);
        assertThat(both).isEqualTo(whole);
    }

    @Test
    void whereNoSavepointIsTheFolderIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Flink.resume(folder))
                .hasMessage(
                        "no savepoint at %s: there is no file _metadata in it; job.stop(folder) makes one, and returns where"
                                .formatted(folder));
        assertThatThrownBy(() -> Flink.local(17))
                .hasMessage("parallelism must be from 1 to 16, got 17");
    }

    /** /proc/net/tcp says which addresses are listened on; 0100007F is loopback. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void nothingListensToOtherMachines() throws Exception {
        Streams.collect(Flink.local().fromData(1));
        assertThat(listening()).noneMatch(address -> address.matches("0+:.*"));
    }

    /** The addresses on which this process listens. */
    private static List<String> listening() throws IOException {
        var own = new ArrayList<String>();
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            open.forEach(
                    each -> {
                        try {
                            own.add(Files.readSymbolicLink(each).toString());
                        } catch (IOException gone) {
                            // Closed meanwhile.
                        }
                    });
        }
        var found = new ArrayList<String>();
        for (var table : List.of("tcp", "tcp6")) {
            for (var line : Files.readAllLines(Path.of("/proc/self/net", table))) {
                var words = line.strip().split("\\s+");
                if (words[3].equals("0A") && own.contains("socket:[" + words[9] + "]")) {
                    found.add(words[1]);
                }
            }
        }
        return found;
    }
}
