package himalia.streaming;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Stands right behind the windows of one task: says whether a row is on time, and puts those of one watermark in order, by
 * time and key, which a hash table leaves in any.
 *
 * <p>Windows that a watermark closes are told before it is passed on, late ones after: so a row on time comes while this
 * operator still has the watermark before. It keeps nothing across checkpoints, since none comes between the two.
 */
final class WindowOrder<K> extends AbstractStreamOperator<WindowRow<K>>
        implements OneInputStreamOperator<WindowRow<K>, WindowRow<K>> {
    private static final long serialVersionUID = 1;

    private transient List<StreamRecord<WindowRow<K>>> closing = new ArrayList<>();
    private transient long reached;

    @Override
    public void open() throws Exception {
        super.open();
        closing = new ArrayList<>();
        reached = Long.MIN_VALUE;
    }

    @Override
    public void processElement(StreamRecord<WindowRow<K>> element) {
        var row = element.getValue();
        if (row.end().toEpochMilli() - 1 <= reached) {
            output.collect(element.replace(row.because(WindowRow.LATE_UPDATE)));
        } else {
            closing.add(element.copy(row));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        closing.sort(
                Comparator.comparing(
                        StreamRecord::getValue,
                        Comparator.<WindowRow<K>, Instant>comparing(WindowRow::end)
                                .thenComparing(WindowRow::start)
                                .thenComparing(WindowRow::key, WindowOrder::compareKeys)));
        var why =
                mark.equals(Watermark.MAX_WATERMARK) ? WindowRow.END_OF_STREAM : WindowRow.ON_TIME;
        for (var each : closing) {
            output.collect(each.replace(each.getValue().because(why)));
        }
        closing.clear();
        reached = mark.getTimestamp();
        super.processWatermark(mark);
    }

    @SuppressWarnings("unchecked")
    private static int compareKeys(Object one, Object other) {
        return one instanceof Comparable<?> && one.getClass() == other.getClass()
                ? ((Comparable<Object>) one).compareTo(other)
                : one.toString().compareTo(other.toString());
    }
}
