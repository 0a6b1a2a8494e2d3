package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.columns.Column;

/** What Flink refuses in its own words is answered with the way out, and what is empty has its types. */
@Timeout(120)
class WhatFlinkRefusesTest {
    public enum Size {
        SMALL
    }

    public record Order(String shop, long time, Size size) {}

    public record Parcel(
            int number,
            Long weight,
            double price,
            float rate,
            boolean paid,
            Instant sent,
            LocalDate due,
            Size size,
            String to) {}

    private static final List<Order> ORDERS =
            List.of(new Order("a", 1, Size.SMALL), new Order("b", 2, Size.SMALL));

    private static final Windows TUMBLING = Windows.tumbling(Duration.ofMillis(10));

    @Test
    void windowsOverEventsWithoutATimeSayWhereTheTimeIsSaid() {
        var orders = Streams.replay(ORDERS).stream();
        for (var windows : List.of(TUMBLING, Windows.sessions(Duration.ofMillis(10)))) {
            assertThatThrownBy(() -> Streams.collect(windows.over(orders, Order::shop).rows()))
                    .isExactlyInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "the events have no time, and windows need one; say .timed(Order::time) on the source, before .stream()");
        }
    }

    @Test
    void aKeyThatIsNoneIsToldWithItsEventOrItsType() {
        var orders =
                Streams.replay(List.of(ORDERS.get(0), new Order(null, 5, Size.SMALL)))
                        .timed(Order::time)
                        .stream();
        assertThatThrownBy(() -> Streams.collect(TUMBLING.over(orders, Order::shop).rows()))
                .hasMessage(
                        "the key of Order[shop=null, time=5, size=SMALL] is null; leave such events out before, as in orders.filter(order -> order.shop() != null)");
        assertThatThrownBy(
                        () ->
                                Streams.collect(
                                        orders.keyBy(Order::shop).reduce((one, other) -> other)))
                .hasMessage(
                        "the key of an event is null; leave such events out before, as in orders.filter(order -> order.shop() != null)");
        assertThatThrownBy(() -> TUMBLING.over(orders, Order::size))
                .hasMessage(
                        "the key is an enum, Size, which Flink takes for none; take its name, as in order -> order.size().name()");
    }

    @Test
    void aNullInAListIsToldWithItsPlace() {
        assertThatThrownBy(() -> Streams.replay(Arrays.asList(ORDERS.get(0), null)))
                .hasMessage(
                        "event 1 is null, and a stream has no nulls; events.stream().filter(Objects::nonNull).toList() leaves them out");
    }

    @Test
    void whereNoSlotIsFreeTheJobsThatHoldThemAreNamed() throws Exception {
        var run = new CountDownLatch(1);
        var many = Flink.local(16).fromSequence(0, Long.MAX_VALUE - 1).disableChaining();
        var holds = Streams.start("holds all", many, i -> run.countDown());
        run.await();
        assertThatThrownBy(() -> Streams.collect(Flink.local().fromData(1)))
                .hasMessageMatching(
                        "no slots are free for job 'collect.*': of the 16 that the cluster has these jobs hold some: 'holds all'; Flink.job\\(\"holds all\"\\).cancel\\(\\) frees those of one");
        holds.cancel().await();
        assertThat(Streams.collect(Flink.local().fromData(1))).containsExactly(1);
    }

    private static Windowed<Long, Long> paced(StreamExecutionEnvironment environment) {
        return Windows.tumbling(Duration.ofMillis(10))
                .over(Streams.generate(200, i -> i).timed(i -> i).stream(environment), i -> i % 3);
    }

    @Test
    void aSavepointOfShownWindowsSaysHowItGoesOn(@TempDir Path folder) throws Exception {
        var seen = new CountDownLatch(3);
        var job = paced(Flink.local()).show("shown", 5, row -> seen.countDown());
        seen.await();
        var saved = job.stop(folder);
        assertThatThrownBy(() -> Streams.table(paced(Flink.resume(saved)).rows(), 3))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the savepoint is of a job with other streams than this one; make the same streams again in the same order, or begin anew with Flink.local(). What .show(…) of windows saved goes on by .show(…) of the same windows, and not by Streams.table or Streams.collect");
        var more = new CountDownLatch(3);
        var resumed = paced(Flink.resume(saved)).show("shown", 5, row -> more.countDown());
        more.await();
        resumed.cancel().await();
    }

    @Test
    void aSavepointOfOtherSourcesIsRefused(@TempDir Path folder) throws Exception {
        var seen = new CountDownLatch(30);
        var numbers = Streams.generate(200, i -> i);
        var job = Streams.start("saved", numbers.stream(), i -> seen.countDown());
        seen.await();
        var saved = job.stop(folder);
        var texts = Streams.generate(200, i -> "text " + i).stream(Flink.resume(saved));
        assertThatThrownBy(() -> Streams.collect(texts, 1))
                .hasMessage(
                        "the savepoint %s is of a job that read generate of Long, and this one reads generate of String, which cannot go on from there; make the same streams again, or begin anew with Flink.local()"
                                .formatted(saved));
        var replay = Streams.replay(List.of(1L, 2L)).stream(Flink.resume(saved));
        assertThatThrownBy(() -> Streams.collect(replay))
                .hasMessageContaining("this one reads replay of Long");
        var rest = Streams.collect(numbers.stream(Flink.resume(saved)), 1);
        assertThat(rest.get(0)).isGreaterThanOrEqualTo(30);
    }

    record Sold(String shop, Instant time) {}

    @Test
    void aSavepointOfOtherWindowsIsRefused(@TempDir Path folder) throws Exception {
        var seen = new CountDownLatch(1);
        var sold =
                Streams.generate(200, i -> new Sold("a", Instant.EPOCH.plusSeconds(i)))
                        .timed(Sold::time);
        var minutes = Windows.tumbling(Duration.ofMinutes(1));
        var job =
                Streams.start(
                        "saved",
                        minutes.over(sold.stream(), Sold::shop).rows(),
                        row -> seen.countDown());
        seen.await();
        var saved = job.stop(folder);
        for (var other :
                List.of(
                        Windows.tumbling(Duration.ofSeconds(20)),
                        Windows.sliding(Duration.ofMinutes(1), Duration.ofSeconds(30)),
                        Windows.sessions(Duration.ofMinutes(1)))) {
            var rows = other.over(sold.stream(Flink.resume(saved)), Sold::shop).rows();
            assertThatThrownBy(() -> Streams.collect(rows, 1))
                    .hasMessageStartingWith(
                            "the savepoint %s is of a job with tumbling windows of PT1M, and this one has "
                                    .formatted(saved))
                    .hasMessageContaining("make the same windows again");
        }
        var late = minutes.lateness(Duration.ofSeconds(5));
        var rows = late.over(sold.stream(Flink.resume(saved)), Sold::shop).rows();
        assertThat(Streams.collect(rows, 1).get(0).count()).isEqualTo(60);
    }

    private static List<String> types(List<Column<?>> columns) {
        return columns.stream().map(each -> each.name() + " " + each.type().name()).toList();
    }

    @Test
    void anEmptyTableHasTheColumnsThatAFullOneHas() throws Exception {
        var parcel = new Parcel(1, 2L, 3, 4, true, Instant.EPOCH, LocalDate.EPOCH, Size.SMALL, "a");
        var parcels = Streams.replay(List.of(parcel)).stream();
        var empty = Streams.table(parcels.filter(each -> each.number() > 1));
        assertThat(empty.rowCount()).isZero();
        assertThat(types(empty.columns())).isEqualTo(types(Tables.of(List.of(parcel)).columns()));

        var orders = Streams.replay(ORDERS).timed(Order::time).stream();
        var rows = TUMBLING.over(orders, Order::time).rows();
        assertThat(types(Streams.table(rows.filter(row -> row.count() > 9)).columns()))
                .isEqualTo(types(Streams.table(rows).columns()));
    }
}
