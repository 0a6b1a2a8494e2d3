package himalia.streaming;

import java.time.Instant;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Sums up the events of a window as they come: count, sum, least and greatest. */
final class WindowTotals<T>
        implements AggregateFunction<
                T, Tuple4<Long, Double, Double, Double>, Tuple4<Long, Double, Double, Double>> {
    static final TypeInformation<Tuple4<Long, Double, Double, Double>> TYPE =
            Types.TUPLE(Types.LONG, Types.DOUBLE, Types.DOUBLE, Types.DOUBLE);

    private static final long serialVersionUID = 1;

    private final NumberOf<T> number;

    WindowTotals(NumberOf<T> number) {
        this.number = number;
    }

    @Override
    public Tuple4<Long, Double, Double, Double> createAccumulator() {
        return Tuple4.of(0L, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Override
    public Tuple4<Long, Double, Double, Double> add(
            T event, Tuple4<Long, Double, Double, Double> so) {
        double value = number(event);
        return Tuple4.of(so.f0 + 1, so.f1 + value, Math.min(so.f2, value), Math.max(so.f3, value));
    }

    private double number(T event) {
        try {
            return number.of(event);
        } catch (NullPointerException e) {
            throw new IllegalArgumentException(
                    "windows sum up a number of %s that is null; leave such events out before, as in orders.filter(order -> order.amount() != null)"
                            .formatted(event),
                    e);
        }
    }

    @Override
    public Tuple4<Long, Double, Double, Double> getResult(Tuple4<Long, Double, Double, Double> so) {
        return so;
    }

    @Override
    public Tuple4<Long, Double, Double, Double> merge(
            Tuple4<Long, Double, Double, Double> one, Tuple4<Long, Double, Double, Double> other) {
        return Tuple4.of(
                one.f0 + other.f0,
                one.f1 + other.f1,
                Math.min(one.f2, other.f2),
                Math.max(one.f3, other.f3));
    }

    /** Makes a row of what was summed up, with its key and its window. */
    static final class Rows<K>
            extends ProcessWindowFunction<
                    Tuple4<Long, Double, Double, Double>, WindowRow<K>, K, TimeWindow> {
        private static final long serialVersionUID = 1;

        @Override
        public void process(
                K key,
                Context context,
                Iterable<Tuple4<Long, Double, Double, Double>> one,
                Collector<WindowRow<K>> out) {
            var window = context.window();
            for (var so : one) {
                out.collect(
                        new WindowRow<>(
                                key,
                                Instant.ofEpochMilli(window.getStart()),
                                Instant.ofEpochMilli(window.getEnd()),
                                so.f0,
                                so.f1,
                                so.f1 / so.f0,
                                so.f2,
                                so.f3,
                                ""));
            }
        }
    }
}
