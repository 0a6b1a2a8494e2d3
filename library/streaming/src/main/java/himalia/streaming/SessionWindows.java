package himalia.streaming;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.streaming.api.windowing.assigners.MergingWindowAssigner;
import org.apache.flink.streaming.api.windowing.triggers.EventTimeTrigger;
import org.apache.flink.streaming.api.windowing.triggers.Trigger;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;

/**
 * Sessions whose end is not theirs, as of any other window: an event exactly a gap after the last one begins a new session.
 * Flink's own {@code EventTimeSessionWindows} joins it to the one before; all else is as there.
 */
final class SessionWindows extends MergingWindowAssigner<Object, TimeWindow> {
    private static final long serialVersionUID = 1;

    private final long gap;

    SessionWindows(long gap) {
        this.gap = gap;
    }

    @Override
    public Collection<TimeWindow> assignWindows(
            Object element, long timestamp, WindowAssignerContext context) {
        if (timestamp == Long.MIN_VALUE) {
            throw new IllegalArgumentException(FlinkWords.NO_TIME);
        }
        return List.of(new TimeWindow(timestamp, timestamp + gap));
    }

    @Override
    public Trigger<Object, TimeWindow> getDefaultTrigger() {
        return EventTimeTrigger.create();
    }

    @Override
    public TypeSerializer<TimeWindow> getWindowSerializer(ExecutionConfig config) {
        return new TimeWindow.Serializer();
    }

    @Override
    public boolean isEventTime() {
        return true;
    }

    @Override
    public void mergeWindows(Collection<TimeWindow> windows, MergeCallback<TimeWindow> merged) {
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparingLong(TimeWindow::getStart));
        var together = new ArrayList<TimeWindow>();
        long end = Long.MIN_VALUE;
        for (var window : sorted) {
            if (window.getStart() >= end) {
                tell(together, end, merged);
                together.clear();
            }
            together.add(window);
            end = Math.max(end, window.getEnd());
        }
        tell(together, end, merged);
    }

    private static void tell(
            List<TimeWindow> together, long end, MergeCallback<TimeWindow> merged) {
        if (together.size() > 1) {
            merged.merge(
                    new ArrayList<>(together), new TimeWindow(together.get(0).getStart(), end));
        }
    }

    @Override
    public String toString() {
        return "SessionWindows(" + gap + ")";
    }
}
