package himalia.streaming;

import himalia.display.bundle.Given;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.TumblingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.OutputTag;

/**
 * Windows of event time, which are Flink's own, in short.
 *
 * <pre>{@code
 * var orders = Streams.replay(rows).timed(Order::time, Duration.ofSeconds(5)).stream();
 * var byMinute = Windows.tumbling(Duration.ofMinutes(1)).over(orders, Order::shop, Order::amount);
 * Streams.table(byMinute.rows());
 * Streams.collect(byMinute.late());
 * }</pre>
 *
 * <p>A window is told when the watermark passes its end. What is to be computed otherwise goes by Flink's own words: {@code
 * orders.keyBy(Order::shop).window(Windows.tumbling(minute).assigner()).aggregate(…)}.
 *
 * @param kind how they follow each other
 * @param size how long one is; of sessions, how long nothing must come for one to be over
 * @param slide how far one begins behind the one before; sliding ones alone have another than their size
 * @param lateness how long after its end a window still takes events, and is told anew with each
 */
public record Windows(Kind kind, Duration size, Duration slide, Duration lateness) {
    /** What Flink calls them. */
    static final String OPERATOR = "windows";

    /** How windows follow each other. */
    public enum Kind {
        TUMBLING,
        SLIDING,
        SESSIONS
    }

    /** Checks them. */
    public Windows {
        Given.given(kind, "kind");
        Given.given(size, "size");
        Given.given(slide, "slide");
        Given.given(lateness, "lateness");
        positive(kind == Kind.SESSIONS ? "gap" : "size", size);
        positive("slide", slide);
        if (lateness.isNegative()) {
            throw new IllegalArgumentException("lateness must not be negative, got " + lateness);
        }
        if (slide.compareTo(size) > 0) {
            throw new IllegalArgumentException(
                    "slide must be at most the size, %s, got %s: between two windows events would be in none"
                            .formatted(size, slide));
        }
    }

    private static void positive(String name, Duration length) {
        if (length.toMillis() < 1) {
            throw new IllegalArgumentException(
                    name + " must be at least a millisecond, got " + length);
        }
    }

    /** One after the other. */
    public static Windows tumbling(Duration size) {
        return new Windows(Kind.TUMBLING, size, size, Duration.ZERO);
    }

    /** Each begins {@code slide} behind the one before, so that an event is in several. */
    public static Windows sliding(Duration size, Duration slide) {
        return new Windows(Kind.SLIDING, size, slide, Duration.ZERO);
    }

    /** As long as less than {@code gap} lies between an event of a key and the next one; what Flink joins at exactly the gap is parted. */
    public static Windows sessions(Duration gap) {
        Given.given(gap, "gap");
        return new Windows(Kind.SESSIONS, gap, gap, Duration.ZERO);
    }

    /** The same, which take events for so long after their end. */
    public Windows lateness(Duration allowed) {
        return new Windows(kind, size, slide, allowed);
    }

    /** Returns what assigns events to them in Flink. */
    public WindowAssigner<Object, TimeWindow> assigner() {
        return switch (kind) {
            case TUMBLING -> TumblingEventTimeWindows.of(size);
            case SLIDING -> SlidingEventTimeWindows.of(size, slide);
            case SESSIONS -> new SessionWindows(size.toMillis());
        };
    }

    /** Says what they are, but for the lateness, which may be another one when they go on from a savepoint. */
    private String words() {
        return switch (kind) {
            case TUMBLING -> "tumbling windows of " + size;
            case SLIDING -> "sliding windows of %s every %s".formatted(size, slide);
            case SESSIONS -> "sessions that end after " + size;
        };
    }

    /** Counts the events of each key. */
    public <T, K> Windowed<T, K> over(DataStream<T> events, KeySelector<T, K> key) {
        return over(events, key, event -> 1);
    }

    /**
     * Sums up a number of the events of each key.
     *
     * @param events with event time: {@code timed} of their source, or Flink's {@code assignTimestampsAndWatermarks}
     */
    public <T, K> Windowed<T, K> over(
            DataStream<T> events, KeySelector<T, K> key, NumberOf<T> number) {
        Given.given(events, "events");
        Given.given(key, "key");
        Given.given(number, "number");
        var tooLate = new OutputTag<>("late", events.getType());
        var keyed = EventKey.of(events, key);
        var told =
                keyed.window(assigner())
                        .allowedLateness(lateness)
                        .sideOutputLateData(tooLate)
                        .aggregate(
                                new WindowTotals<>(number),
                                new WindowTotals.Rows<K>(),
                                WindowTotals.TYPE,
                                WindowTotals.TYPE,
                                rowType(keyed.getKeyType()))
                        .name(OPERATOR)
                        .setDescription(words());
        var rows = told.transform("order", rowType(keyed.getKeyType()), new WindowOrder<K>());
        return new Windowed<>(
                events,
                this,
                key,
                rows.setParallelism(told.getParallelism()),
                told.getSideOutput(tooLate));
    }

    @SuppressWarnings("unchecked")
    private static <K> TypeInformation<WindowRow<K>> rowType(TypeInformation<K> key) {
        return (TypeInformation<WindowRow<K>>)
                (TypeInformation<?>)
                        Types.POJO(
                                WindowRow.class,
                                Map.of(
                                        "key", key,
                                        "start", Types.INSTANT,
                                        "end", Types.INSTANT,
                                        "count", Types.LONG,
                                        "sum", Types.DOUBLE,
                                        "mean", Types.DOUBLE,
                                        "min", Types.DOUBLE,
                                        "max", Types.DOUBLE,
                                        "why", Types.STRING));
    }
}
