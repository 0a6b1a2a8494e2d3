package himalia.magics.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.magics.PicocliCatalog;
import himalia.magics.RecordingNotebook;
import himalia.magics.spi.CurrentNotebook;
import himalia.magics.spi.Job;
import himalia.magics.spi.Jobs;
import himalia.streaming.EventSource;
import himalia.streaming.Flink;
import himalia.streaming.Joined;
import himalia.streaming.StreamJob;
import himalia.streaming.Streams;
import himalia.streaming.Windows;
import himalia.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

@Timeout(120)
class FlinkMagicTest {
    @TempDir Path folder;

    public record Order(String shop, long time) {}

    private @Nullable Table run(Object body, Object... words) throws Exception {
        var notebook = new RecordingNotebook(folder);
        CurrentNotebook.connect(notebook);
        return (Table) new PicocliCatalog().cell(notebook, "flink", List.of(words), body);
    }

    private static EventSource<Order> orders() {
        return Streams.replay(List.of(new Order("a", 1), new Order("b", 2), new Order("a", 11)))
                .timed(Order::time);
    }

    private static EventSource<Long> endless() {
        return Streams.generate(100, i -> i);
    }

    @Test
    void aStreamASourceAndWindowsRunToTheirEndAndGiveATableWhereOneIsWanted() throws Exception {
        assertThat(run(orders().stream())).isNull();
        var table = run(orders(), "--into", "t");
        assertThat(Tables.maps(table))
                .containsExactly(
                        Map.of("shop", "a", "time", 1L),
                        Map.of("shop", "b", "time", 2L),
                        Map.of("shop", "a", "time", 11L));
        var windows = Windows.tumbling(Duration.ofMillis(10)).over(orders().stream(), Order::shop);
        assertThat(run(windows, "--into", "t").column("count").asList())
                .isEqualTo(List.of(1L, 1L, 1L));
        var numbers = run(orders().stream().map(Order::time), "--into", "t");
        assertThat(numbers.column("value").asList()).isEqualTo(List.of(1L, 2L, 11L));
    }

    @Test
    void aTableOfNoRowsHasItsColumns() throws Exception {
        var none = run(orders().stream().filter(order -> order.time() > 99), "--into", "t");
        assertThat(none.rowCount()).isZero();
        assertThat(none.columnNames()).containsExactly("shop", "time");
    }

    @Test
    void itEndsAfterTheTimeGiven() throws Exception {
        var table = run(endless(), "--for", "2s", "--into", "t");
        assertThat(table.rowCount()).isBetween(1, 800);
        assertThat(Flink.jobs()).noneMatch(job -> job.state() == StreamJob.State.RUNNING);
    }

    @Test
    void rowsWithoutEndAreNotKept() {
        var many = Streams.generate(1e9, i -> i);
        assertThatThrownBy(() -> run(many, "--into", "t"))
                .hasMessageContaining("--into keeps 1,000,000 rows at most")
                .hasMessageContaining("--for 30s");
        assertThat(Flink.jobs()).noneMatch(job -> job.state() == StreamJob.State.RUNNING);
    }

    private static final AtomicBoolean DEAF = new AtomicBoolean();

    private static long deaf(long number) {
        while (DEAF.get()) {
            Thread.onSpinWait();
        }
        return number;
    }

    @Test
    void codeThatHearsNoInterruptKeepsNoCellWaiting() throws Exception {
        DEAF.set(true);
        try {
            var stream = endless().stream().map(FlinkMagicTest::deaf);
            assertThatThrownBy(() -> run(stream, "--for", "300ms"))
                    .hasMessage(
                            "%flink: the stream was ended after --for 0.3s, and still runs 5s later: code in it hears no interrupt; %jvm --restart ends that, too");
        } finally {
            DEAF.set(false);
        }
        for (var job : Flink.jobs()) {
            job.await(Duration.ofMinutes(1));
        }
    }

    @Test
    void behindTheCellsItIsAJobThatEndsWithIt() throws Exception {
        assertThat(run(endless(), "--background", "numbers")).isNull();
        assertThat(Jobs.running()).containsExactly("numbers");
        assertThatThrownBy(() -> run(endless(), "--background", "numbers"))
                .hasMessage(
                        "%flink: job 'numbers' runs already; end it with %jobs end numbers, or take another name");
        Jobs.named("numbers").end();
        assertThat(Jobs.named("numbers").await().state()).isEqualTo(Job.State.ENDED);
        assertThat(Flink.job("numbers").await().state()).isEqualTo(StreamJob.State.ENDED);
    }

    @Test
    void aNameThatAJobOfJavaHasIsRefusedToo() throws Exception {
        var job = Streams.start("java", endless().stream(), i -> {});
        assertThatThrownBy(() -> run(endless(), "--background", "java"))
                .hasMessageContaining(
                        "stream job 'java' runs already; Flink.job(\"java\").cancel() ends it, or take another name");
        assertThat(Jobs.running()).doesNotContain("java");
        job.cancel().await();
    }

    @Test
    void whereTheNameOfTheCellsJobIsTakenItHasANumber() throws Exception {
        var job = Streams.start("flink", endless().stream(), i -> {});
        run(orders());
        assertThat(Flink.job("flink 2").state()).isEqualTo(StreamJob.State.FINISHED);
        job.cancel().await();
    }

    @Test
    void whatCannotBeIsAnsweredWithTheWayOut() {
        assertThatThrownBy(() -> run(42))
                .hasMessage(
                        "%flink: the cell's last expression is of type Integer, and no stream; Streams.replay(rows, Order.class).stream() makes one of a table");
        var both = new Joined<>(endless().stream(), endless().stream());
        assertThatThrownBy(() -> run(both))
                .hasMessage(
                        "%flink: the cell's last expression is two streams: .rows() behind it is what was joined, .unmatched() the events whose key the table lacks");
        assertThatThrownBy(() -> run(endless(), "--for", "3"))
                .hasMessage(
                        "%flink: --for is a number with ms, s, m or h behind it, such as 30s, got 3");
        assertThatThrownBy(() -> run(endless(), "--rows", "0"))
                .hasMessage("%flink: --rows must be at least 1, got 0");
        assertThatThrownBy(() -> run(endless(), "--into", "t", "--background", "b"))
                .hasMessage(
                        "%flink: --into waits for the rows, and --background does not; take one of them");
    }
}
