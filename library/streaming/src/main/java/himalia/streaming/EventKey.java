package himalia.streaming;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.api.java.typeutils.EnumTypeInfo;
import org.apache.flink.api.java.typeutils.TypeExtractor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/** Whose an event is. What Flink takes for no key is answered with the event, or the way to one. */
final class EventKey<T, K> implements KeySelector<T, K> {
    private static final long serialVersionUID = 1;

    private final KeySelector<T, K> key;

    private EventKey(KeySelector<T, K> key) {
        this.key = key;
    }

    static <T, K> KeyedStream<T, K> of(DataStream<T> events, KeySelector<T, K> key) {
        TypeInformation<K> type = TypeExtractor.getKeySelectorTypes(key, events.getType());
        if (type instanceof EnumTypeInfo<?>) {
            // Its hash code is another one in each process.
            throw new IllegalArgumentException(
                    "the key is an enum, %s, which Flink takes for none; take its name, as in order -> order.size().name()"
                            .formatted(type.getTypeClass().getSimpleName()));
        }
        return events.keyBy(new EventKey<>(key), type);
    }

    @Override
    public K getKey(T event) throws Exception {
        var own = key.getKey(event);
        if (own == null) {
            throw new IllegalArgumentException(
                    "the key of %s is null; leave such events out before, as in orders.filter(order -> order.shop() != null)"
                            .formatted(event));
        }
        return own;
    }
}
