package himalia.streaming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.windowing.assigners.MergingWindowAssigner;
import org.apache.flink.streaming.api.windowing.assigners.WindowAssigner;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/** Which windows have events and are not told yet, for those who watch: Flink keeps its own, and shows them to nobody. */
final class OpenWindows<T, K> {
    private final WindowAssigner<Object, TimeWindow> assigner;
    private final KeySelector<T, K> key;
    private final Map<K, List<TimeWindow>> open = new HashMap<>();
    private long watermark = Long.MIN_VALUE;

    OpenWindows(WindowAssigner<Object, TimeWindow> assigner, KeySelector<T, K> key) {
        this.assigner = assigner;
        this.key = key;
    }

    synchronized void add(T event, long millis) throws Exception {
        var own = open.computeIfAbsent(key.getKey(event), any -> new ArrayList<>());
        for (var window : assigner.assignWindows(event, millis, new NoContext())) {
            if (window.maxTimestamp() > watermark && !own.contains(window)) {
                own.add(window);
            }
        }
        if (assigner instanceof MergingWindowAssigner<Object, TimeWindow> merging) {
            merging.mergeWindows(
                    List.copyOf(own),
                    (together, whole) -> {
                        own.removeAll(together);
                        own.add(whole);
                    });
        }
    }

    synchronized void watermark(long millis) {
        watermark = millis;
        open.values().removeIf(own -> isClosed(own, millis));
    }

    private static boolean isClosed(List<TimeWindow> own, long millis) {
        own.removeIf(window -> window.maxTimestamp() <= millis);
        return own.isEmpty();
    }

    synchronized int count() {
        return open.values().stream().mapToInt(List::size).sum();
    }

    /** Windows of event time ask for no time of processing. */
    private static final class NoContext extends WindowAssigner.WindowAssignerContext {
        @Override
        public long getCurrentProcessingTime() {
            return 0;
        }
    }
}
