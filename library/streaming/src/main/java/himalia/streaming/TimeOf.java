package himalia.streaming;

import java.io.Serializable;

/**
 * Says when an event happened: an {@code Instant}, a {@code LocalDateTime} (taken as UTC), or milliseconds since 1970.
 *
 * <pre>{@code
 * Streams.replay(rows).timed(Order::time);
 * Streams.replay(rows).timed(order -> order.time().plusSeconds(3600));
 * }</pre>
 *
 * @param <T> what an event is
 */
@FunctionalInterface
public interface TimeOf<T> extends Serializable {
    /** Returns its time. */
    Object of(T event);
}
