package himalia.streaming;

import java.io.Serializable;

/**
 * Says when an event happened: an {@code Instant}, a {@code LocalDateTime} (taken as UTC), or milliseconds since 1970.
 *
 * <pre>{@code
 * record Order(String shop, double amount, Instant time) {}
 * Streams.replay(orders).timed(Order::time)
 * }</pre>
 *
 * @param <T> what an event is
 */
@FunctionalInterface
public interface TimeOf<T> extends Serializable {
    /** Returns its time. */
    Object of(T event);
}
