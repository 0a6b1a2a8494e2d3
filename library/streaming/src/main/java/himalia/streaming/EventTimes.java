package himalia.streaming;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.jspecify.annotations.Nullable;

/** Event time with a bound on disorder: after each event the watermark stands that bound behind the latest one. */
final class EventTimes {
    private EventTimes() {}

    /** Flink's own strategy for bounded disorder tells the watermark five times a second; this one does so after each event. */
    static <T> WatermarkStrategy<T> strategy(TimeOf<T> time, Duration disorder) {
        if (disorder.isNegative()) {
            throw new IllegalArgumentException("disorder must not be negative, got " + disorder);
        }
        long bound = disorder.toMillis();
        return WatermarkStrategy.<T>forGenerator(context -> new AfterEachEvent<>(bound))
                .withTimestampAssigner((event, before) -> millis(time.of(event), event));
    }

    /** Returns a time in milliseconds since 1970. */
    static long millis(@Nullable Object time, Object event) {
        if (time instanceof Long || time instanceof Integer) {
            return ((Number) time).longValue();
        }
        if (time instanceof Instant instant) {
            return counted(instant, event);
        }
        if (time instanceof LocalDateTime local) {
            return counted(local.toInstant(ZoneOffset.UTC), event);
        }
        throw new IllegalArgumentException(
                "the time of %s is %s; it must be an Instant, a LocalDateTime or a long of milliseconds"
                        .formatted(
                                event,
                                time == null
                                        ? "null"
                                        : time + ", of type " + time.getClass().getSimpleName()));
    }

    private static long counted(Instant time, Object event) {
        try {
            return time.toEpochMilli();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "the time of %s is %s, and milliseconds count from %s to %s"
                            .formatted(
                                    event,
                                    time,
                                    Instant.ofEpochMilli(Long.MIN_VALUE),
                                    Instant.ofEpochMilli(Long.MAX_VALUE)),
                    e);
        }
    }

    private static final class AfterEachEvent<T> implements WatermarkGenerator<T> {
        private final long bound;
        private long latest = Long.MIN_VALUE;

        AfterEachEvent(long bound) {
            this.bound = bound;
        }

        @Override
        public void onEvent(T event, long time, WatermarkOutput output) {
            if (time > latest) {
                latest = time;
                output.emitWatermark(new Watermark(time - bound - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Told after each event.
        }
    }
}
