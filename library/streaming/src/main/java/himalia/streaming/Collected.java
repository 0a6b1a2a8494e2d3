package himalia.streaming;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The values of a stream, for a cell that waits for them. */
final class Collected<T> implements Receiver<T> {
    private final int most;
    private final List<T> values = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);

    Collected(int most) {
        this.most = most;
    }

    @Override
    public void take(T value, long millis) {
        synchronized (values) {
            if (values.size() < most) {
                values.add(value);
            }
            if (values.size() == most) {
                done.countDown();
            }
        }
    }

    List<T> of(DataStream<T> stream) throws InterruptedException {
        var job = StreamRun.of(stream).add(stream, this).start("collect");
        job.isAwaited();
        job.whenOver(done::countDown);
        try {
            done.await();
        } finally {
            // It has all it wanted, or its cell was interrupted.
            job.cancel();
        }
        job.await();
        synchronized (values) {
            return new ArrayList<>(values);
        }
    }
}
