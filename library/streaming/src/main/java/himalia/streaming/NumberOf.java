package himalia.streaming;

import java.io.Serializable;

/**
 * Says which number of an event is summed up.
 *
 * <pre>{@code
 * Windows.tumbling(Duration.ofMinutes(1)).over(orders, Order::shop, Order::amount);
 * Windows.tumbling(Duration.ofMinutes(1)).over(orders, Order::shop, order -> order.amount() * 1.25);
 * }</pre>
 *
 * @param <T> what an event is
 */
@FunctionalInterface
public interface NumberOf<T> extends Serializable {
    /** Returns the number. */
    double of(T event);
}
