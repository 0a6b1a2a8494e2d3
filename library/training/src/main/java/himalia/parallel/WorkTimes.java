package himalia.parallel;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers what workers noted of their times. Each counts from when it was told to work, so that no two clocks are compared. */
final class WorkTimes {
    private static final double MILLIS = 1e6;

    private final List<WorkerSpan> spans = new ArrayList<>();
    private final Map<Integer, long[]> sums = new TreeMap<>();
    private final Map<Integer, Long> told = new HashMap<>();
    private long begun;

    /** Notes that a worker is told to work. */
    void begin(int worker) {
        long now = System.nanoTime();
        if (told.isEmpty()) {
            begun = now;
        }
        told.put(worker, now);
    }

    /** Adds what it says of the time since. */
    void add(int worker, long pid, DataInputStream in) throws IOException {
        var all = sums.computeIfAbsent(worker, w -> new long[Activity.values().length]);
        for (int i = 0; i < all.length; i++) {
            all[i] += in.readLong();
        }
        double offset = (told.getOrDefault(worker, begun) - begun) / MILLIS;
        for (int left = in.readInt(); left > 0; left--) {
            var activity = Activity.values()[in.readByte()];
            double start = offset + in.readLong() / MILLIS;
            double end = offset + in.readLong() / MILLIS;
            if (spans.size() < Timeline.MOST) {
                spans.add(new WorkerSpan(worker, pid, activity, start, end));
            }
        }
    }

    Timeline timeline() {
        var workers = new ArrayList<WorkerShare>();
        sums.forEach(
                (worker, all) ->
                        workers.add(
                                new WorkerShare(
                                        worker,
                                        all[Activity.COMPUTE.ordinal()] / MILLIS,
                                        all[Activity.WAIT.ordinal()] / MILLIS,
                                        all[Activity.SEND.ordinal()] / MILLIS)));
        return new Timeline(spans, workers);
    }
}
