package himalia.streaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import himalia.display.bundle.Display;
import himalia.table.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where streams come from, and how their values come back. */
@Timeout(120)
class StreamsTest {
    public enum Size {
        SMALL,
        LARGE
    }

    public record Order(String shop, double amount, Instant time) {}

    public record Parcel(int number, Size size, boolean paid, Double weight) {}

    private static Order order(String shop, double amount, long second) {
        return new Order(shop, amount, Instant.ofEpochSecond(second));
    }

    private static final List<Order> ORDERS =
            List.of(order("a", 1.5, 0), order("b", 2, 3), order("a", 4, 1), order("c", 8, 6));

    /** A line of a source of Flink's. */
    public record Sale(String shop, double amount) {}

    @Test
    void anySourceOfLinesGivesRecords() throws Exception {
        var json =
                new DataGeneratorSource<>(
                        i -> "{\"shop\": \"Oslo\", \"amount\": " + i + "}", 3, Types.STRING);
        assertThat(Streams.collect(Streams.source(json, Sale.class).stream()))
                .containsExactly(new Sale("Oslo", 0), new Sale("Oslo", 1), new Sale("Oslo", 2));
        var wrong = new DataGeneratorSource<>(i -> "Oslo", 3, Types.STRING);
        assertThatThrownBy(() -> Streams.collect(Streams.source(wrong, Sale.class).stream()))
                .hasMessage(
                        "DataGeneratorSource, line 'Oslo': it has 1 value, and not 2: shop, amount");
    }

    @Test
    void aListAndATableComeBackAsTheyWere() throws Exception {
        assertThat(Streams.collect(Streams.replay(ORDERS).stream())).isEqualTo(ORDERS);
        var table = Tables.of(ORDERS);
        var replayed = Streams.replay(table, Order.class).stream();
        assertThat(Streams.collect(replayed)).isEqualTo(ORDERS);
        assertThat(Tables.maps(Streams.table(replayed))).isEqualTo(Tables.maps(table));
        assertThat(Streams.collect(replayed, 2)).isEqualTo(ORDERS.subList(0, 2));
        assertThat(Streams.table(replayed.filter(each -> each.amount() > 9)).columnNames())
                .containsExactly("shop", "amount", "time");
    }

    @Test
    void aReplayThatKeepsPaceTakesItsTimeBySpeed() throws Exception {
        var paced = Streams.replay(ORDERS).timed(Order::time).speed(10).stream();
        Streams.collect(Streams.replay(ORDERS).stream());
        long begin = System.nanoTime();
        assertThat(Streams.collect(paced)).isEqualTo(ORDERS);
        assertThat(System.nanoTime() - begin).isGreaterThan(600_000_000L);
    }

    @Test
    void aGeneratorHasNoEndAndGivesItsNumbersInOrder() throws Exception {
        var numbers = Streams.generate(1000, i -> i * 2).stream();
        assertThat(Streams.collect(numbers, 5)).containsExactly(0L, 2L, 4L, 6L, 8L);
        assertThatThrownBy(() -> Streams.collect(numbers))
                .hasMessage(
                        "this stream has no end, since its source, generate, goes on; take the first of it, as in Streams.collect(stream, 100)");
    }

    @Test
    void whatIsAppendedToAFileFollowsAndALineCountsOnceItIsWhole(@TempDir Path folder)
            throws Exception {
        var file = folder.resolve("parcels.csv");
        Files.writeString(file, "weight;number;paid;size\n0.5;1;true;SMALL\n");
        var came = new LinkedBlockingQueue<Parcel>();
        var job = Streams.start("parcels", Streams.tail(file, Parcel.class).stream(), came::add);
        assertThat(came.take()).isEqualTo(new Parcel(1, Size.SMALL, true, 0.5));
        append(file, ";2;false;LARGE\n\n7;3;tr");
        assertThat(came.take()).isEqualTo(new Parcel(2, Size.LARGE, false, null));
        append(file, "ue;SMALL\n");
        assertThat(came.take()).isEqualTo(new Parcel(3, Size.SMALL, true, 7.0));
        job.cancel();
        job.await();
        assertThat(came).isEmpty();
    }

    private static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.APPEND);
    }

    @Test
    void aTailGoesOnFromItsSavepointAndReadsNoLineTwice(@TempDir Path folder) throws Exception {
        var file = folder.resolve("orders.jsonl");
        Files.writeString(file, line("a", 1) + line("b", 2));
        var first = new ConcurrentLinkedQueue<Order>();
        var job = Streams.start("followed", Streams.tail(file, Order.class).stream(), first::add);
        while (first.size() < 2) {
            Thread.onSpinWait();
        }
        var saved = job.stop(folder.resolve("saved"));
        append(file, line("c", 3));
        var rest = Streams.collect(Streams.tail(file, Order.class).stream(Flink.resume(saved)), 1);
        assertThat(first).containsExactly(order("a", 1, 0), order("b", 2, 0));
        assertThat(rest).containsExactly(order("c", 3, 0));
    }

    private static String line(String shop, int amount) {
        return "{\"shop\": \"%s\", \"amount\": %d, \"time\": \"1970-01-01T00:00:00Z\", \"more\": [1]}\n"
                .formatted(shop, amount);
    }

    @Test
    void aSocketGivesLinesOfJsonAndOfValues() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var sender =
                    new Thread(
                            () -> {
                                try (var socket = server.accept()) {
                                    var text = line("a", 1) + "\"b, c\",2,1970-01-01T00:00:01Z\n";
                                    socket.getOutputStream()
                                            .write(text.getBytes(StandardCharsets.UTF_8));
                                } catch (IOException e) {
                                    throw new java.io.UncheckedIOException(e);
                                }
                            });
            sender.start();
            var stream = Streams.socket(server.getLocalPort(), Order.class).stream();
            assertThat(Streams.collect(stream, 2))
                    .containsExactly(order("a", 1, 0), order("b, c", 2, 1));
            sender.join();
        }
    }

    @Test
    void whereNobodyListensThePlaceIsTold() throws IOException {
        int free;
        try (var server = new ServerSocket(0)) {
            free = server.getLocalPort();
        }
        var stream = Streams.socket(free, Order.class).stream();
        assertThatThrownBy(() -> Streams.collect(stream, 1))
                .hasMessageStartingWith("nobody listens at 127.0.0.1:%d (".formatted(free));
        var nowhere = Streams.socket("nowhere.invalid", 99, Order.class).stream();
        assertThatThrownBy(() -> Streams.collect(nowhere, 1))
                .hasMessage("no machine is called 'nowhere.invalid'");
    }

    @Test
    void valuesThatAreNoRecordsAreOneColumn() throws Exception {
        var shops = Streams.replay(ORDERS).stream().map(Order::shop);
        var table = Streams.table(shops);
        assertThat(table.columnNames()).containsExactly("value");
        assertThat(table.rowCount()).isEqualTo(ORDERS.size());
        var none = Streams.table(shops.filter(shop -> shop.isEmpty()));
        assertThat(none.structure().toString()).isEqualTo(table.structure().toString());
    }

    @Test
    void aLineThatIsNoRecordIsToldWithFileLineAndColumn(@TempDir Path folder) throws Exception {
        var file = folder.resolve("orders.csv");
        Files.writeString(file, "shop,amount,time\na,1,1970-01-01T00:00:00Z\n");
        for (var bad :
                List.of(
                        "b,much,1970-01-01T00:00:00Z|'amount' is much, and Order.amount is double",
                        "b,1|it has 2 values, and not 3: shop, amount, time",
                        "\"b|it has 1 value, and not 3: shop, amount, time; a quote is open at its end, and a row of a stream is one line",
                        "b,,1970-01-01T00:00:00Z|'amount' is null, and Order.amount is double",
                        "b,1,noon|'time' is noon, and Order.time is Instant, 2026-03-01T12:00:00Z; LocalDateTime takes a time without a zone")) {
            var words = bad.split("\\|");
            Files.writeString(file, "shop,amount,time\n" + words[0] + "\n");
            assertThatThrownBy(() -> Streams.collect(Streams.tail(file, Order.class).stream(), 1))
                    .hasMessage("%s, line '%s': %s".formatted(file, words[0], words[1]));
        }
        assertThatThrownBy(() -> Streams.tail(folder.resolve("none.csv"), Order.class))
                .hasMessage(
                        "no file %s; it may be short, but must be there"
                                .formatted(folder.resolve("none.csv")));
        Files.writeString(file, "");
        assertThatThrownBy(() -> Streams.tail(file, Order.class))
                .hasMessage(file + " is empty; the tail of a CSV file needs its header line");
    }

    @Test
    void argumentsThatCannotBeAreRefusedBeforeAnythingRuns() {
        assertThatThrownBy(() -> Streams.replay(List.of()))
                .hasMessage("there are no events to replay");
        assertThatThrownBy(() -> Streams.replay(List.of(1, "a")))
                .hasMessage(
                        "events must be of one class: event 0 is a Integer, and event 1 a String");
        assertThatThrownBy(() -> Streams.replay(ORDERS).speed(2))
                .hasMessage("a speed needs the events' time; say timed(Order::time) before it");
        assertThatThrownBy(() -> Streams.generate(0, i -> i))
                .hasMessage("perSecond must be above 0, got 0.0");
        var shops = Streams.replay(ORDERS).timed(Order::shop).stream();
        assertThatThrownBy(() -> Streams.collect(shops))
                .hasMessageMatching(
                        "the time of Order\\[.*\\] is a, of type String; it must be an Instant, a LocalDateTime or a long of milliseconds");
    }

    @Test
    void aStreamAsAValueSaysThatItIsNotRunYet() {
        assertThat(Display.text(Streams.replay(ORDERS).stream()))
                .isEqualTo(
                        "a stream of Order, not run yet. Streams.collect(stream) and Streams.table(stream) run it to its end; Streams.show(\"name\", stream) shows it as it runs.");
        assertThat(Display.text(Streams.generate(1, i -> i).stream()))
                .contains("It has no end: Streams.collect(stream, 100)");
    }

    @Test
    void twoStreamsOfOneEnvironmentRunEachForItself() throws Exception {
        var env = Flink.local();
        var one = Streams.replay(ORDERS).stream(env);
        SEEN.clear();
        one.map(
                order -> {
                    SEEN.add(order.shop());
                    return order;
                });
        assertThat(Streams.collect(one.map(order -> order.amount())))
                .isEqualTo(List.of(1.5, 2.0, 4.0, 8.0));
        assertThat(SEEN).isEmpty();
        env.execute("what was left");
        assertThat(new ArrayList<>(SEEN)).containsExactly("a", "b", "a", "c");
    }

    private static final ConcurrentLinkedQueue<String> SEEN = new ConcurrentLinkedQueue<>();
}
