package himalia.magics.streaming;

import himalia.cluster.Cluster;
import himalia.magics.spi.Jobs;
import himalia.magics.spi.MagicException;
import himalia.streaming.EventSource;
import himalia.streaming.Flink;
import himalia.streaming.Joined;
import himalia.streaming.StreamJob;
import himalia.streaming.StreamLook;
import himalia.streaming.Streams;
import himalia.streaming.Windowed;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;
import tech.tablesaw.api.Table;

/**
 * A stream that runs, and is shown.
 *
 * @param job what runs
 * @param kept its rows, where somebody wants them
 * @param rows the stream that gives them
 */
record ShownStream(StreamJob job, KeptRows kept, DataStream<?> rows) {
    /** How long one that was ended may still need. */
    private static final Duration SOON = Duration.ofSeconds(5);

    /** Starts what the last expression of a cell is. */
    static ShownStream of(@Nullable Object body, String name, StreamLook look, boolean keeps)
            throws InterruptedException {
        var kept = new KeptRows();
        Consumer<Object> also = keeps ? kept::add : row -> {};
        if (body instanceof Windowed<?, ?> windowed) {
            return new ShownStream(windowed.show(name, look, also), kept, windowed.rows());
        }
        if (body instanceof DataStream<?> stream) {
            return new ShownStream(Streams.show(name, stream, look, also), kept, stream);
        }
        if (body instanceof EventSource<?> source) {
            var stream = source.stream();
            return new ShownStream(Streams.show(name, stream, look, also), kept, stream);
        }
        if (body instanceof Joined<?, ?>) {
            throw new MagicException(
                    "the cell's last expression is two streams: .rows() behind it is what was joined, .unmatched() the events whose key the table lacks");
        }
        throw new MagicException(
                "the cell's last expression is %s, and no stream; Streams.replay(rows, Order.class).stream() makes one of a table"
                        .formatted(
                                body == null
                                        ? "null"
                                        : "of type " + body.getClass().getSimpleName()));
    }

    /** Returns the same stream on a cluster. */
    static @Nullable Object there(Cluster cluster, @Nullable Object body)
            throws InterruptedException {
        if (body instanceof Windowed<?, ?> windowed) {
            return cluster.on(windowed);
        }
        if (body instanceof DataStream<?> stream) {
            return cluster.on(stream);
        }
        return body instanceof EventSource<?> source ? source.stream(cluster.environment()) : body;
    }

    /** Returns the name with a number, where a job has it that was interrupted and hears nothing of that. */
    static String free(String name) {
        var running =
                Flink.jobs().stream()
                        .filter(job -> job.state() == StreamJob.State.RUNNING)
                        .map(StreamJob::name)
                        .toList();
        var free = name;
        for (int number = 2; running.contains(free); number++) {
            free = name + " " + number;
        }
        return free;
    }

    /** Waits as a job of the notebook: what ends that ends the stream. */
    void watch(@Nullable Duration most) throws InterruptedException {
        try {
            await(most);
            if (job.state() == StreamJob.State.ENDED) {
                Jobs.progress("the stream was ended");
            }
        } catch (InterruptedException e) {
            job.cancel();
            throw e;
        }
    }

    /** Waits until it is over, and ends it after the time given. */
    void await(@Nullable Duration most) throws InterruptedException {
        if (most != null && !job.await(most)) {
            job.cancel();
            if (!job.await(SOON)) {
                throw new MagicException(
                        "the stream was ended after --for %s, and still runs %s later: code in it hears no interrupt; %%jvm --restart ends that, too"
                                .formatted(words(most), words(SOON)));
            }
        }
        job.await();
    }

    private static String words(Duration time) {
        return time.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    Table table() {
        return kept.table(rows);
    }
}
