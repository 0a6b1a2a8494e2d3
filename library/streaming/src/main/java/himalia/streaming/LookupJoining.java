package himalia.streaming;

import java.util.HashMap;
import org.apache.flink.api.common.functions.JoinFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Joins events with the rows of a {@link Lookup}, which travel with the job. It names no table, since other machines have none. */
final class LookupJoining<T, K, R, V> extends ProcessFunction<T, V> {
    private static final long serialVersionUID = 1;

    private final byte[] bytes;
    private final int count;
    private final TypeInformation<R> type;
    private final KeySelector<R, K> key;
    private final KeySelector<T, K> eventKey;
    private final JoinFunction<T, R, V> join;
    private final OutputTag<T> none;
    private transient HashMap<K, R> rows = new HashMap<>();

    LookupJoining(
            byte[] bytes,
            int count,
            TypeInformation<R> type,
            KeySelector<R, K> key,
            KeySelector<T, K> eventKey,
            JoinFunction<T, R, V> join,
            OutputTag<T> none) {
        this.bytes = bytes;
        this.count = count;
        this.type = type;
        this.key = key;
        this.eventKey = eventKey;
        this.join = join;
        this.none = none;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        rows = new HashMap<>();
        var serializer = type.createSerializer(new SerializerConfigImpl());
        var in = new DataInputDeserializer(bytes);
        for (int i = 0; i < count; i++) {
            var row = serializer.deserialize(in);
            rows.put(key.getKey(row), row);
        }
    }

    @Override
    public void processElement(T event, Context context, Collector<V> out) throws Exception {
        var row = rows.get(eventKey.getKey(event));
        if (row == null) {
            context.output(none, event);
        } else {
            out.collect(join.join(event, row));
        }
    }
}
