package himalia.streaming;

import himalia.display.bundle.Given;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Events joined with a table.
 *
 * <pre>{@code
 * var joined = Lookup.of(shopTable, Shop.class, Shop::id)
 *         .join(orders, Order::shop, (order, shop) -> new CityOrder(shop.city(), order.amount()));
 * Streams.table(joined.rows());
 * }</pre>
 *
 * @param rows what was made of each event and the row of its key
 * @param unmatched the events whose key the table lacks
 */
public record Joined<T, V>(DataStream<V> rows, DataStream<T> unmatched) {
    /** Checks that both are there. */
    public Joined {
        Given.given(rows, "rows");
        Given.given(unmatched, "unmatched");
    }
}
