package himalia.streaming;

import java.io.ByteArrayOutputStream;
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
 * streams of a job come back as one. What is large comes in pieces: Flink's collecting takes 2 MiB at most in one.
 */
final class Sent<T> extends AbstractStreamOperator<byte[]>
        implements OneInputStreamOperator<T, byte[]> {
    private static final long serialVersionUID = 1;
    private static final int HEAD = Integer.BYTES + 1 + Long.BYTES;
    private static final int PIECE = 1 << 20;

    /** What bytes are. */
    private enum Kind {
        TIME,
        PIECE,
        /** All of a value, or its last piece. */
        VALUE
    }

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
        long millis = element.hasTimestamp() ? element.getTimestamp() : 0;
        head(Kind.VALUE, millis);
        serializer.serialize(element.getValue(), bytes);
        if (bytes.length() <= PIECE) {
            output.collect(new StreamRecord<>(bytes.getCopyOfBuffer()));
            return;
        }
        var value = bytes.getCopyOfBuffer();
        // It would keep the room of the largest value.
        bytes = new DataOutputSerializer(64);
        for (int at = HEAD; at < value.length; at += PIECE) {
            int length = Math.min(PIECE, value.length - at);
            head(at + length < value.length ? Kind.PIECE : Kind.VALUE, millis);
            bytes.write(value, at, length);
            output.collect(new StreamRecord<>(bytes.getCopyOfBuffer()));
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (tellsTime) {
            head(Kind.TIME, mark.getTimestamp());
            output.collect(new StreamRecord<>(bytes.getCopyOfBuffer()));
        }
        super.processWatermark(mark);
    }

    private void head(Kind kind, long millis) throws Exception {
        bytes.clear();
        bytes.writeInt(number);
        bytes.writeByte(kind.ordinal());
        bytes.writeLong(millis);
    }

    static int number(byte[] sent) {
        return ByteBuffer.wrap(sent).getInt();
    }

    /** Hands what comes to a receiver, values whole. */
    static final class Taker<T> {
        private final TypeSerializer<T> serializer;
        private final Receiver<? super T> receiver;
        private final ByteArrayOutputStream pieces = new ByteArrayOutputStream();

        Taker(TypeSerializer<T> serializer, Receiver<? super T> receiver) {
            this.serializer = serializer;
            this.receiver = receiver;
        }

        void give(byte[] sent) throws Exception {
            var head = ByteBuffer.wrap(sent, Integer.BYTES, HEAD - Integer.BYTES);
            var kind = Kind.values()[head.get()];
            long millis = head.getLong();
            if (kind == Kind.TIME) {
                receiver.watermark(millis);
            } else if (kind == Kind.VALUE && pieces.size() == 0) {
                take(new DataInputDeserializer(sent, HEAD, sent.length - HEAD), millis);
            } else {
                pieces.write(sent, HEAD, sent.length - HEAD);
                if (kind == Kind.VALUE) {
                    var whole = pieces.toByteArray();
                    pieces.reset();
                    take(new DataInputDeserializer(whole), millis);
                }
            }
        }

        private void take(DataInputDeserializer value, long millis) throws Exception {
            receiver.take(serializer.deserialize(value), millis);
        }
    }
}
