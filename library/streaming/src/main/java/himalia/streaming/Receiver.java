package himalia.streaming;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a stream gives. The kept cluster runs in this process, so nothing of its is sent anywhere.
 *
 * @param <T> what flows
 */
@FunctionalInterface
interface Receiver<T> {
    /** Takes a value and its event time, 0 where it has none; an exception is one of the job. */
    void take(T value, long millis) throws Exception;

    /** Takes note that event time has come so far. */
    default void watermark(long millis) {}

    /** Whether it does so: from another machine, each costs a message. */
    default boolean wantsTime() {
        return false;
    }

    /** The end of a stream in a job, which knows its receiver by a number, because a job is made of bytes. */
    final class End<T> extends AbstractStreamOperator<Void>
            implements OneInputStreamOperator<T, Void> {
        private static final long serialVersionUID = 1;
        private static final Map<Long, Receiver<?>> ALL = new ConcurrentHashMap<>();
        private static final AtomicLong COUNT = new AtomicLong();

        private final long number = COUNT.incrementAndGet();
        private transient @Nullable Receiver<? super T> receiver;

        static <T> End<T> at(Receiver<? super T> receiver) {
            var end = new End<T>();
            ALL.put(end.number, receiver);
            return end;
        }

        /** Lets go of the receiver, when the job is over. */
        void forget() {
            ALL.remove(number);
        }

        @Override
        @SuppressWarnings("unchecked")
        public void open() throws Exception {
            super.open();
            receiver = (Receiver<? super T>) ALL.get(number);
        }

        @Override
        public void processElement(StreamRecord<T> element) throws Exception {
            var taker = receiver;
            if (taker != null) {
                taker.take(element.getValue(), element.hasTimestamp() ? element.getTimestamp() : 0);
            }
        }

        @Override
        public void processWatermark(Watermark mark) throws Exception {
            super.processWatermark(mark);
            var taker = receiver;
            if (taker != null) {
                taker.watermark(mark.getTimestamp());
            }
        }
    }
}
