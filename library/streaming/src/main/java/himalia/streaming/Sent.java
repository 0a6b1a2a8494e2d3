package himalia.streaming;

import java.nio.ByteBuffer;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * The end of a stream on another machine: makes bytes of what its receiver here is to take, with the number of the stream, since all
 * streams of a job come back as one.
 */
final class Sent<T> extends AbstractStreamOperator<byte[]>
        implements OneInputStreamOperator<T, byte[]> {
    private static final long serialVersionUID = 1;
    private static final int HEAD = Integer.BYTES + 1 + Long.BYTES;

    private final int number;
    private final TypeSerializer<T> serializer;
    private final boolean tellsTime;
    private transient DataOutputSerializer bytes = new DataOutputSerializer(64);

    Sent(int number, TypeSerializer<T> serializer, boolean tellsTime) {
        this.number = number;
        this.serializer = serializer;
        this.tellsTime = tellsTime;
    }

    @Override
    public void open() throws Exception {
        super.open();
        bytes = new DataOutputSerializer(64);
    }

    @Override
    public void processElement(StreamRecord<T> element) throws Exception {
        head(true, element.hasTimestamp() ? element.getTimestamp() : 0);
        serializer.serialize(element.getValue(), bytes);
        output.collect(new StreamRecord<>(bytes.getCopyOfBuffer()));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (tellsTime) {
            head(false, mark.getTimestamp());
            output.collect(new StreamRecord<>(bytes.getCopyOfBuffer()));
        }
        super.processWatermark(mark);
    }

    private void head(boolean isValue, long millis) throws Exception {
        bytes.clear();
        bytes.writeInt(number);
        bytes.writeBoolean(isValue);
        bytes.writeLong(millis);
    }

    static int number(byte[] sent) {
        return ByteBuffer.wrap(sent).getInt();
    }

    /** Hands it to its receiver. */
    static <T> void give(byte[] sent, TypeSerializer<T> serializer, Receiver<? super T> receiver)
            throws Exception {
        var head = ByteBuffer.wrap(sent, Integer.BYTES, HEAD - Integer.BYTES);
        boolean isValue = head.get() != 0;
        long millis = head.getLong();
        if (isValue) {
            var in = new DataInputDeserializer(sent, HEAD, sent.length - HEAD);
            receiver.take(serializer.deserialize(in), millis);
        } else {
            receiver.watermark(millis);
        }
    }
}
