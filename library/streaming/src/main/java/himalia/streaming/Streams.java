package himalia.streaming;

import himalia.display.bundle.Given;
import himalia.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import tech.tablesaw.api.Table;

/**
 * Streams in a notebook: where they come from, and how their results come into cells.
 *
 * <pre>{@code
 * var orders = Streams.replay(rows).timed(Order::time).stream();
 * Streams.collect(orders.filter(order -> order.amount() > 100));
 * Streams.table(Windows.tumbling(Duration.ofMinutes(1)).over(orders, Order::shop, Order::amount).rows());
 * }</pre>
 *
 * <p>The streams are Flink's {@code DataStream}, so all of Flink's words go on from there.
 */
public final class Streams {
    /** How many rows are shown of a stream that runs. */
    static final int SHOWN = 20;

    /** Of a job that nobody named. */
    private static final String NAME = "stream";

    private Streams() {}

    /** Replays events in the order of the list, which is the one in which they came. */
    public static <T> EventSource<T> replay(List<T> events) {
        return Sources.replay(Given.given(events, "events"));
    }

    /** Replays the rows of a table as records: each component is the column of its name. */
    public static <T extends Record> EventSource<T> replay(Table table, Class<T> type) {
        return replay(Tables.records(table, type));
    }

    /**
     * Makes events without end, so many a second.
     *
     * <pre>{@code
     * Streams.generate(10, i -> new Order("shop " + i % 3, i, Instant.ofEpochSecond(i))).stream();
     * }</pre>
     *
     * @param event makes the event of a number, from 0 on
     */
    public static <T> EventSource<T> generate(double perSecond, GeneratorFunction<Long, T> event) {
        return Sources.generate(perSecond, Given.given(event, "event"));
    }

    /**
     * Follows a file to which lines are appended: CSV with a header, or an object of JSON in each line. A line counts once its end
     * is written. A file that takes its place, as log files turn, is read from its beginning when the one before has been read to
     * its end, but for a last line without an end; so is one that is cut or written anew, whose lines that were not read yet are
     * lost.
     */
    public static <T extends Record> EventSource<T> tail(Path file, Class<T> type) {
        return Sources.tail(Given.given(file, "file"), Given.given(type, "type"));
    }

    /**
     * Reads lines from a port of this machine on which somebody listens: objects of JSON, or values with commas between them, in
     * the order of the record's components. The stream ends when the other side closes.
     */
    public static <T extends Record> EventSource<T> socket(int port, Class<T> type) {
        return socket("127.0.0.1", port, type);
    }

    /** Reads the same from another machine. */
    public static <T extends Record> EventSource<T> socket(String host, int port, Class<T> type) {
        return Sources.socket(Given.given(host, "host"), port, Given.given(type, "type"));
    }

    /**
     * Reads any source of Flink's that gives lines, such as Kafka's: objects of JSON, or values with commas between them, in the
     * order of the record's components.
     *
     * <pre>{@code
     * var three = new DataGeneratorSource<>(i -> "{\"shop\": \"Oslo\", \"amount\": " + i + "}", 3, Types.STRING);
     * record Sale(String shop, double amount) {}
     * Streams.table(Streams.source(three, Sale.class).stream());
     * }</pre>
     */
    public static <T extends Record> EventSource<T> source(
            Source<String, ?, ?> lines, Class<T> type) {
        return Sources.lines(Given.given(lines, "lines"), Given.given(type, "type"));
    }

    /**
     * Runs a stream to its end, and returns what came.
     *
     * @throws IllegalArgumentException if it has no end
     */
    public static <T> List<T> collect(DataStream<T> stream) throws InterruptedException {
        StreamRun.endless(Given.given(stream, "stream"))
                .ifPresent(
                        source -> {
                            throw new IllegalArgumentException(
                                    "this stream has no end, since its source, %s, goes on; take the first of it, as in Streams.collect(stream, 100)"
                                            .formatted(source));
                        });
        return collect(stream, Integer.MAX_VALUE);
    }

    /** Runs a stream until so many have come, or to its end if that is sooner. */
    public static <T> List<T> collect(DataStream<T> stream, int most) throws InterruptedException {
        if (most < 1) {
            throw new IllegalArgumentException("most must be at least 1, got " + most);
        }
        return new Collected<T>(most).of(Given.given(stream, "stream"));
    }

    /** Runs a stream of records to its end, and returns a table with a column for each component. */
    public static Table table(DataStream<?> stream) throws InterruptedException {
        return StreamTable.of(collect(stream), stream.getType());
    }

    /** Runs a stream of records until so many have come, and returns a table. */
    public static Table table(DataStream<?> stream, int most) throws InterruptedException {
        return StreamTable.of(collect(stream, most), stream.getType());
    }

    /**
     * Returns a table of rows that a stream gave. Where that were none, it has the columns that they would have had.
     *
     * <pre>{@code
     * Streams.table(seen, orders);
     * }</pre>
     */
    public static Table table(List<?> rows, DataStream<?> stream) {
        return StreamTable.of(Given.given(rows, "rows"), Given.given(stream, "stream").getType());
    }

    /**
     * Returns the same stream, to run on a cluster of other machines: what it is made of goes there with it.
     *
     * <pre>{@code
     * Streams.table(Streams.on("flink.example.org:8081", orders));
     * }</pre>
     *
     * @param address the host and port of the cluster's page
     */
    public static <T> DataStream<T> on(String address, DataStream<T> stream)
            throws InterruptedException {
        Given.given(stream, "stream");
        return moved(Flink.on(address), stream);
    }

    static <T> DataStream<T> moved(StreamExecutionEnvironment to, DataStream<T> stream) {
        if (stream.getExecutionEnvironment().getConfiguration() instanceof Configuration from) {
            from.getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
                    .ifPresent(
                            saved -> {
                                throw new IllegalArgumentException(
                                        "this stream goes on from the savepoint %s, and a job on a cluster would begin anew; run it here, or make the stream without Flink.resume"
                                                .formatted(saved));
                            });
        }
        return new DataStream<>(to, stream.getTransformation());
    }

    /**
     * Runs a stream behind the cells, and hands each value to somebody, on one thread.
     *
     * <pre>{@code
     * var job = Streams.start("big orders", orders, order -> seen.add(order));
     * job.cancel();
     * }</pre>
     *
     * @throws IllegalArgumentException if a job of that name runs
     */
    public static <T> StreamJob start(String name, DataStream<T> stream, Consumer<T> receiver)
            throws InterruptedException {
        Given.given(receiver, "receiver");
        return StreamRun.of(Given.given(stream, "stream"))
                .add(stream, (value, millis) -> receiver.accept(value))
                .startAs(name);
    }

    /** Runs it by the name {@code stream}. */
    public static <T> StreamJob start(DataStream<T> stream, Consumer<T> receiver)
            throws InterruptedException {
        return start(NAME, stream, receiver);
    }

    /**
     * Runs a stream behind the cells, and shows its latest rows below this one, as they come.
     *
     * <pre>{@code
     * var job = Streams.show("orders", orders);
     * job.cancel();
     * }</pre>
     *
     * @throws IllegalArgumentException if a job of that name runs
     */
    public static StreamJob show(String name, DataStream<?> stream) throws InterruptedException {
        return show(name, stream, SHOWN);
    }

    /** Shows them by the name {@code stream}. */
    public static StreamJob show(DataStream<?> stream) throws InterruptedException {
        return show(NAME, stream);
    }

    /**
     * Shows so many of them.
     *
     * @param rows how many of the latest
     */
    public static StreamJob show(String name, DataStream<?> stream, int rows)
            throws InterruptedException {
        return show(name, stream, rows, row -> {});
    }

    /** Shows them, and hands each to somebody, too. */
    public static <T> StreamJob show(
            String name, DataStream<T> stream, int rows, Consumer<? super T> also)
            throws InterruptedException {
        return show(name, stream, StreamLook.rows(rows), also);
    }

    /** Shows them as it is wanted, with a line of two of their values, and hands each to somebody, too. */
    public static <T> StreamJob show(
            String name, DataStream<T> stream, StreamLook look, Consumer<? super T> also)
            throws InterruptedException {
        Given.given(also, "also");
        Given.given(look, "look").check(Given.given(stream, "stream").getType().getTypeClass());
        var view = new StreamView(look, null);
        var job = StreamRun.of(stream).add(stream, view.rows(also)).startAs(name);
        view.watch(job);
        return job;
    }
}
