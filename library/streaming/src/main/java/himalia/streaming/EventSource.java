package himalia.streaming;

import himalia.display.bundle.Given;
import java.time.Duration;
import java.util.function.Function;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Where events come from, and how they tell their time: {@code stream()} makes it a stream of Flink's.
 *
 * <pre>{@code
 * Streams.replay(rows).timed(Order::time, Duration.ofSeconds(5)).stream();
 * Streams.replay(rows).timed(Order::time).speed(60).stream();    // an hour in a minute
 * Streams.tail(Path.of("orders.csv"), Order.class).stream();
 * }</pre>
 *
 * @param <T> what an event is
 */
public final class EventSource<T> {
    private final Opening<T> opening;
    private final @Nullable TimeOf<T> time;
    private final Duration disorder;
    private final double speed;

    /** Opens a source in an environment, with what is wanted of it. */
    interface Opening<T>
            extends Function<EventSource<T>, Function<StreamExecutionEnvironment, DataStream<T>>> {}

    private EventSource(
            Opening<T> opening, @Nullable TimeOf<T> time, Duration disorder, double speed) {
        this.opening = opening;
        this.time = time;
        this.disorder = disorder;
        this.speed = speed;
    }

    static <T> EventSource<T> of(Opening<T> opening) {
        return new EventSource<>(opening, null, Duration.ZERO, 0);
    }

    /** Says how events tell their time, of events that come in its order; any other is late. */
    public EventSource<T> timed(TimeOf<T> eventTime) {
        return timed(eventTime, Duration.ZERO);
    }

    /**
     * Says how events tell their time, of events that come out of order.
     *
     * @param bound how far behind the latest one an event may be: so far the watermark stays behind, too
     */
    public EventSource<T> timed(TimeOf<T> eventTime, Duration bound) {
        EventTimes.strategy(Given.given(eventTime, "eventTime"), Given.given(bound, "bound"));
        return new EventSource<>(opening, eventTime, bound, speed);
    }

    /**
     * Replays at the pace of event time, so many times faster than it went; without it, as fast as the job takes it.
     *
     * @param times 1 is as it went, 60 makes a minute of an hour
     */
    public EventSource<T> speed(double times) {
        if (!(times > 0) || Double.isInfinite(times)) {
            throw new IllegalArgumentException("speed must be above 0, got " + times);
        }
        if (time == null) {
            throw new IllegalArgumentException(
                    "a speed needs the events' time; say timed(Order::time) before it");
        }
        return new EventSource<>(opening, time, disorder, times);
    }

    @Nullable TimeOf<T> time() {
        return time;
    }

    double speed() {
        return speed;
    }

    /** Returns the stream, in an environment of its own on the notebook's cluster. */
    public DataStream<T> stream() {
        return stream(Flink.local());
    }

    /** Returns the stream in an environment that others share, or that goes on from a savepoint. */
    public DataStream<T> stream(StreamExecutionEnvironment environment) {
        var events = opening.apply(this).apply(Given.given(environment, "environment"));
        var told = time;
        return told == null
                ? events
                : events.assignTimestampsAndWatermarks(EventTimes.strategy(told, disorder));
    }

    @Override
    public String toString() {
        return "a source of events%s; .stream() makes it a stream"
                .formatted(time == null ? ", without event time" : "");
    }
}
