package himalia.parallel;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;

/** A process that brings XGBoost's workers together, where these are on several machines. */
final class TrackerTask implements WorkerTask {
    static final String KIND = "tracker";

    /** The order to begin. */
    static final byte[] BEGIN = {1};

    /** The order to wait until all have parted. */
    static final byte[] AWAIT = {2};

    private final Tracker tracker;

    private TrackerTask(Tracker tracker) {
        this.tracker = tracker;
    }

    static byte[] bytes(int workers, String host) {
        return WireFormat.bytes(
                out -> {
                    out.writeUTF(KIND);
                    out.writeInt(workers);
                    out.writeUTF(host);
                });
    }

    static TrackerTask read(DataInputStream in) throws IOException {
        return new TrackerTask(Tracker.start(in.readInt(), in.readUTF()));
    }

    /** Returns what the workers are to know, as the order to begin asks. */
    static Map<String, String> words(byte[] body) throws IOException {
        return WireFormat.readMap(WireFormat.reader(body));
    }

    @Override
    public byte[] work(byte[] order, Surroundings surroundings) {
        if (order[0] == BEGIN[0]) {
            var words = tracker.words();
            return WireFormat.bytes(out -> WireFormat.write(out, words));
        }
        tracker.await();
        return WorkerFrame.EMPTY;
    }

    @Override
    public void close() {
        tracker.close();
    }
}
