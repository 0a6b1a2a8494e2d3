package himalia.streaming;

import himalia.display.bundle.Given;
import himalia.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.functions.JoinFunction;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;
import tech.tablesaw.api.Table;

/**
 * A table that stands, by a key, for what flows past it: each task of a job has a copy.
 *
 * <pre>{@code
 * var shops = Lookup.of(shopTable, Shop.class, Shop::id);
 * var joined = shops.join(orders, Order::shop, (order, shop) -> new CityOrder(shop.city(), order.amount()));
 * Streams.table(joined.rows());
 * Streams.collect(joined.unmatched());      // orders of shops that the table lacks
 * }</pre>
 *
 * @param <K> what the key is
 * @param <R> what a row is
 */
public final class Lookup<K, R extends Record> {
    private final List<R> rows;
    private final TypeInformation<R> type;
    private final KeySelector<R, K> key;

    private Lookup(List<R> rows, TypeInformation<R> type, KeySelector<R, K> key) {
        this.rows = rows;
        this.type = type;
        this.key = key;
    }

    /**
     * Takes the rows of a table as records.
     *
     * @throws IllegalArgumentException if two rows have one key, naming both
     */
    public static <K, R extends Record> Lookup<K, R> of(
            Table table, Class<R> type, KeySelector<R, K> key) {
        Given.given(key, "key");
        var rows = Tables.records(table, type);
        var seen = new HashMap<Object, Integer>();
        for (int row = 0; row < rows.size(); row++) {
            var own = keyOf(rows.get(row), key, row);
            var before = seen.put(own, row);
            if (before != null) {
                throw new IllegalArgumentException(
                        "rows %d and %d both have the key %s; a lookup has one row for each"
                                .formatted(before, row, own));
            }
        }
        return new Lookup<>(rows, TypeInformation.of(type), key);
    }

    private static <K, R> K keyOf(R value, KeySelector<R, K> key, int row) {
        try {
            var own = key.getKey(value);
            if (own == null) {
                throw new IllegalArgumentException("row " + row + " has no key");
            }
            return own;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException("row " + row + " has no key: " + e.getMessage(), e);
        }
    }

    /**
     * Joins each event with the row of its key.
     *
     * @param eventKey which key an event has
     * @param join makes of both what flows on
     */
    public <T, V> Joined<T, V> join(
            DataStream<T> events, KeySelector<T, K> eventKey, JoinFunction<T, R, V> join) {
        TypeInformation<V> result =
                TypeExtractor.getJoinReturnTypes(join, events.getType(), type, "lookup", false);
        var none = new OutputTag<>("unmatched", events.getType());
        var rowsOfKeys =
                events.process(
                        new LookupJoining<>(bytes(), rows.size(), type, key, eventKey, join, none),
                        result);
        return new Joined<>(rowsOfKeys.name("lookup"), rowsOfKeys.getSideOutput(none));
    }

    /** A job is sent as bytes, and records of cells are not Serializable. */
    private byte[] bytes() {
        var serializer = type.createSerializer(new SerializerConfigImpl());
        var out = new DataOutputSerializer(1024);
        try {
            for (var row : rows) {
                serializer.serialize(row, out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a row of the table cannot be sent along", e);
        }
        return out.getCopyOfBuffer();
    }
}
