package himalia.streaming;

import himalia.display.bundle.Given;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * A stream in windows: what they say, and what came too late for them.
 *
 * <pre>{@code
 * var byMinute = Windows.tumbling(Duration.ofMinutes(1)).over(orders, Order::shop, Order::amount);
 * Streams.table(byMinute.rows());
 * byMinute.show("by minute");
 * }</pre>
 */
public final class Windowed<T, K> {
    private final DataStream<T> events;
    private final Windows windows;
    private final KeySelector<T, K> key;
    private final DataStream<WindowRow<K>> rows;
    private final DataStream<T> late;

    Windowed(
            DataStream<T> events,
            Windows windows,
            KeySelector<T, K> key,
            DataStream<WindowRow<K>> rows,
            DataStream<T> late) {
        this.events = events;
        this.windows = windows;
        this.key = key;
        this.rows = rows;
        this.late = late;
    }

    /** Returns a row of each key and window when the watermark closes it, and again for each late event that is still allowed. */
    public DataStream<WindowRow<K>> rows() {
        return rows;
    }

    /** Returns the events that came when all their windows, and the lateness allowed to them, were over. */
    public DataStream<T> late() {
        return late;
    }

    /**
     * Returns the same windows, to run on a cluster of other machines.
     *
     * @param address the host and port of the cluster's page
     */
    public Windowed<T, K> on(String address) throws InterruptedException {
        var there = Flink.on(address);
        return new Windowed<>(
                Streams.moved(there, events),
                windows,
                key,
                Streams.moved(there, rows),
                Streams.moved(there, late));
    }

    /**
     * Runs it behind the cells, and shows below this one, as it goes: the latest rows, the watermark, how many windows are open, and
     * how many events were late.
     */
    public StreamJob show(String name) throws InterruptedException {
        return show(name, Streams.SHOWN, row -> {});
    }

    /** Shows it by the name {@code windows}. */
    public StreamJob show() throws InterruptedException {
        return show("windows");
    }

    /**
     * Shows it, and hands each row to somebody, too.
     *
     * @param shown how many of the latest rows
     */
    public StreamJob show(String name, int shown, Consumer<? super WindowRow<K>> also)
            throws InterruptedException {
        return show(name, StreamLook.rows(shown), also);
    }

    /** Shows it as it is wanted, with a line of two values of its rows. */
    public StreamJob show(String name, StreamLook look, Consumer<? super WindowRow<K>> also)
            throws InterruptedException {
        Given.given(also, "also");
        Given.given(look, "look").check(WindowRow.class);
        var open = new OpenWindows<>(windows.assigner(), key);
        var view = new StreamView(look, open);
        var job =
                StreamRun.of(rows)
                        .add(events, watched(open))
                        .add(rows, view.rows(also))
                        .add(late, view.late())
                        .startAs(name);
        view.watch(job);
        return job;
    }

    private static <T> Receiver<T> watched(OpenWindows<T, ?> open) {
        return new Receiver<>() {
            @Override
            public void take(T event, long millis) throws Exception {
                open.add(event, millis);
            }

            @Override
            public void watermark(long millis) {
                open.watermark(millis);
            }

            @Override
            public boolean wantsTime() {
                return true;
            }
        };
    }

    @Override
    public String toString() {
        return windows.kind().name().toLowerCase(Locale.ROOT)
                + " windows, not run yet: Streams.table(windows.rows()) runs them to the end of the stream, windows.show(\"name\") shows them as they run";
    }
}
