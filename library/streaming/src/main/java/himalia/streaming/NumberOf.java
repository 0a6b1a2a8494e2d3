package himalia.streaming;

import java.io.Serializable;

/**
 * Says which number of an event is summed up: {@code Order::amount}.
 *
 * @param <T> what an event is
 */
@FunctionalInterface
public interface NumberOf<T> extends Serializable {
    /** Returns the number. */
    double of(T event);
}
