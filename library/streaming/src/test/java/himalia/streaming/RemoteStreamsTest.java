package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import REPL.$Cell1;
import REPL.$Cell1.Order;
import REPL.$Cell1.Rate;
import com.google.gson.JsonObject;
import himalia.remote.ClusterAddress;
import himalia.streaming.Joins.Event;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams of cells on a cluster of two processes, which has nothing but Flink. */
@Tag("once")
@Timeout(240)
class RemoteStreamsTest {
    @TempDir private static Path folder;
    private static TwoProcesses cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = TwoProcesses.start(folder);
    }

    @AfterAll
    static void end() throws Exception {
        cluster.close();
    }

    private static DataStream<Order> orders() {
        return Streams.replay(
                List.of(
                        new Order("Oslo", 12.5, 0),
                        new Order("Rome", 40, 20),
                        new Order("Oslo", 3, 70)))
                .timed(Order::time)
                .stream();
    }

    private static DataStream<Order> there() throws Exception {
        return Streams.on(cluster.address(), orders());
    }

    private static Windowed<Event, String> windowed(JsonObject of) {
        var events =
                Streams.replay(Joins.events())
                        .timed(Event::time, millis(of, "out_of_orderness"))
                        .stream();
        return Windows.sliding(millis(of, "size"), millis(of, "slide"))
                .lateness(millis(of, "allowed_lateness"))
                .over(events, Event::key, Event::value);
    }

    private static Duration millis(JsonObject of, String name) {
        return Duration.ofMillis(of.get(name).getAsLong());
    }

    @Test
    void windowsTellThereWhatTheyTellHere() throws Exception {
        for (var of : Joins.cases("windows")) {
            var there = windowed(of).on(cluster.address());
            assertThat(Streams.collect(there.rows()).stream().map(WindowsTest::told).toList())
                    .containsExactlyElementsOf(Joins.emitted(of));
            assertThat(Streams.collect(there.late()))
                    .isEqualTo(Streams.collect(windowed(of).late()));
        }
    }

    @Test
    void variablesOfCellsTravelWithTheValuesThatTheyHave() throws Exception {
        $Cell1.factor = 2;
        $Cell1.shops = List.of("Oslo");
        Rate.rate = 10;
        var known = there().filter($Cell1.known());
        var totals =
                Windows.tumbling(Duration.ofMillis(50)).over(known, Order::shop, $Cell1.amount());
        assertThat(Streams.collect(totals.rows()).stream().map(WindowRow::sum))
                .containsExactly(25.0, 6.0);
        assertThat(Streams.collect(there().map($Cell1.rated())))
                .containsExactly(250.0, 800.0, 60.0);
        $Cell1.factor = 3;
        assertThat(Streams.collect(totals.rows()).stream().map(WindowRow::sum))
                .containsExactly(37.5, 9.0);
    }

    @Test
    void whatCannotTravelIsRefusedByNameWithTheWayOut() throws Exception {
        refused($Cell1.opened())
                .hasMessage(
                        "the job reads the variable 'open', and its value cannot be sent to another machine: Object is not Serializable; make it of the job's own, in the function that needs it, take what the job needs of it into a variable of a simple type before, or run it here, on Flink.local()");
        refused($Cell1.limited())
                .hasMessageContaining("variable 'plain'")
                .hasMessageContaining("declare it with 'implements java.io.Serializable'");
        refused($Cell1.chosen())
                .hasMessageContaining(
                        "a lambda is not Serializable; cast it as in (Function<A, B> & java.io.Serializable) x -> …");
        refused($Cell1.counted())
                .hasMessage(
                        "the job sets the variable 'seen', and what it sets on another machine does not come back; have the stream give values instead, or run it here, on Flink.local()");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(
            FilterFunction<Order> filter) {
        return assertThatThrownBy(() -> Streams.collect(there().filter(filter)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatACellThrowsThereIsThrownHere() {
        assertThatThrownBy(() -> Streams.collect(there().filter($Cell1.dividing())))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("/ by zero");
    }

    @Test
    void aRowOfManyMegabytesComesBackWhole() throws Exception {
        var there =
                Flink.on(cluster.address(), 1)
                        .fromData(3 << 20, 5, (1 << 20) - 1, 1 << 20)
                        .map(length -> "é" + "x".repeat(length))
                        .returns(Types.STRING);
        var job = new StreamRun(there.getExecutionEnvironment());
        var rows = new ConcurrentLinkedQueue<String>();
        var others = new ConcurrentLinkedQueue<String>();
        job.add(there, (row, millis) -> rows.add(row))
                .add(there.map(String::toUpperCase), (row, millis) -> others.add(row))
                .start("large")
                .await();
        assertThat(rows)
                .containsExactly(
                        "é" + "x".repeat(3 << 20),
                        "éxxxxx",
                        "é" + "x".repeat((1 << 20) - 1),
                        "é" + "x".repeat(1 << 20));
        assertThat(others)
                .containsExactlyElementsOf(rows.stream().map(String::toUpperCase).toList());
    }

    @Test
    void aSavepointIsNotLeftOutWithoutAWord() throws Exception {
        var job = Streams.start("saved", Streams.generate(100, i -> i).stream(), i -> {});
        var saved = job.stop(folder.resolve("saved"));
        var resumed = Streams.generate(100, i -> i).stream(Flink.resume(saved));
        assertThatThrownBy(() -> Streams.on(cluster.address(), resumed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("this stream goes on from the savepoint ");
    }

    @Test
    void aReceiverThatThrowsEndsTheJob() throws Exception {
        var job =
                Streams.start(
                        "refusing",
                        Streams.on(cluster.address(), Streams.generate(100, i -> i).stream()),
                        i -> {
                            throw new IllegalStateException("enough");
                        });
        assertThatThrownBy(job::await).hasMessage("enough");
    }

    @Test
    void flinksOwnWordsRunThereToo() throws Exception {
        var there = Flink.on(cluster.address(), 2);
        assertThat(there.fromData(1, 2, 3).map(i -> i * i).executeAndCollect(10))
                .containsExactlyInAnyOrder(1, 4, 9);
    }

    @Test
    void anEndlessStreamIsTakenAndEndedAndAnInterruptEndsItToo() throws Exception {
        var endless = Streams.on(cluster.address(), Streams.generate(200, i -> i).stream());
        assertThat(Streams.collect(endless, 3)).containsExactly(0L, 1L, 2L);
        var seen = new ConcurrentLinkedQueue<Long>();
        var job = Streams.start("there", endless, seen::add);
        while (seen.isEmpty()) {
            Thread.sleep(10);
        }
        assertThat(job.cancel().await().state()).isEqualTo(StreamJob.State.ENDED);

        var thrown = new AtomicReference<Throwable>();
        var waiting =
                new Thread(
                        () -> {
                            try {
                                Streams.collect(endless.filter(i -> i < 0), 1);
                            } catch (Throwable e) {
                                thrown.set(e);
                            }
                        });
        waiting.start();
        Thread.sleep(1500);
        waiting.interrupt();
        waiting.join();
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        awaitFreeSlots();
    }

    private static void awaitFreeSlots() throws Exception {
        while (ClusterAddress.of(cluster.address()).overview().freeSlots() < 4) {
            Thread.sleep(50);
        }
    }

    @Test
    void aJobThatFindsNoSlotsSaysSo() throws Exception {
        awaitFreeSlots();
        var all = Flink.on(cluster.address(), 4);
        var holding =
                Streams.start(
                        "holding", all.fromSequence(0, Long.MAX_VALUE).filter(i -> i < 0), i -> {});
        while (ClusterAddress.of(cluster.address()).overview().freeSlots() > 0) {
            Thread.sleep(50);
        }
        try {
            assertThatThrownBy(() -> Streams.collect(there()))
                    .hasMessageStartingWith(
                            "the cluster at %s has too few free slots for the job"
                                    .formatted(cluster.address()));
        } finally {
            holding.cancel().await();
            awaitFreeSlots();
        }
    }

    @Test
    void aClusterThatIsNotThereIsNamedWithTheWayOut() {
        assertThatThrownBy(() -> Flink.on("127.0.0.1:1"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("no Flink cluster answers at 127.0.0.1:1 (")
                .hasMessageContaining("bin/start-cluster.sh of Flink 2.3.0");
        assertThatThrownBy(() -> Flink.on("somewhere"))
                .hasMessage(
                        "a cluster is named by the host and port of its page, such as localhost:8081; got 'somewhere'");
        assertThatThrownBy(() -> Flink.on(cluster.address(), 5))
                .hasMessageStartingWith("parallelism must be from 1 to 4, ");
    }

    @Test
    void aTaskManagerThatDiesEndsTheCellWithTheWayOut() throws Exception {
        var seen = new ArrayList<Long>();
        var job =
                Streams.start(
                        "dying",
                        Streams.on(cluster.address(), Streams.generate(100, i -> i).stream()),
                        i -> {
                            synchronized (seen) {
                                seen.add(i);
                                seen.notifyAll();
                            }
                        });
        synchronized (seen) {
            while (seen.isEmpty()) {
                seen.wait();
            }
        }
        cluster.killTaskManager();
        try {
            assertThatThrownBy(job::await)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith(
                            "the cluster at %s lost a task manager while the job ran, and the job with it"
                                    .formatted(cluster.address()));
        } finally {
            cluster.restartTaskManager();
        }
        assertThat(Streams.collect(there())).hasSize(3);
    }
}
