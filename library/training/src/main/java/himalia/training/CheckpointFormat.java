package himalia.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the file of a {@link NetworkCheckpoint}, part after part. */
final class CheckpointFormat {
    /** So many numbers of an array are written at once, whatever its length. */
    private static final int PIECE = 1 << 13;

    private CheckpointFormat() {}

    /** Of any length, which {@code writeUTF} does not take: a label may have thousands of classes. */
    static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    static void write(Map<String, String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var each : texts.entrySet()) {
            write(each.getKey(), out);
            write(each.getValue(), out);
        }
    }

    static Map<String, String> texts(DataInputStream in) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(text(in), text(in));
        }
        return texts;
    }

    static void write(NetworkCheckpoint.Content content, DataOutputStream out) throws IOException {
        out.writeInt(content.epoch());
        out.writeInt(content.bestEpoch());
        out.writeDouble(content.least());
        out.writeDouble(content.loss());
        write(content.last(), out);
        write(content.best(), out);
        out.writeInt(content.moments().steps());
        write(content.moments().means(), out);
        write(content.moments().variances(), out);
    }

    static NetworkCheckpoint.Content content(DataInputStream in) throws IOException {
        return new NetworkCheckpoint.Content(
                in.readInt(),
                in.readInt(),
                in.readDouble(),
                in.readDouble(),
                weights(in),
                weights(in),
                new Descent.Moments(in.readInt(), arrays(in), arrays(in)));
    }

    private static void write(BlockWeights weights, DataOutputStream out) throws IOException {
        out.writeInt(weights.all().size());
        for (var each : weights.all()) {
            write(each.name(), out);
            out.writeInt(each.shape().size());
            for (long length : each.shape()) {
                out.writeLong(length);
            }
            write(each.values(), out);
        }
    }

    private static BlockWeights weights(DataInputStream in) throws IOException {
        var all = new ArrayList<BlockWeights.Weight>();
        for (int left = in.readInt(); left > 0; left--) {
            var name = text(in);
            var shape = new ArrayList<Long>();
            for (int lengths = in.readInt(); lengths > 0; lengths--) {
                shape.add(in.readLong());
            }
            all.add(new BlockWeights.Weight(name, shape, array(in)));
        }
        return new BlockWeights(all);
    }

    private static void write(List<float[]> arrays, DataOutputStream out) throws IOException {
        out.writeInt(arrays.size());
        for (var each : arrays) {
            write(each, out);
        }
    }

    private static List<float[]> arrays(DataInputStream in) throws IOException {
        var arrays = new ArrayList<float[]>();
        for (int left = in.readInt(); left > 0; left--) {
            arrays.add(array(in));
        }
        return arrays;
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        out.writeInt(values.length);
        var piece = piece();
        for (int start = 0; start < values.length; start += PIECE) {
            int count = Math.min(PIECE, values.length - start);
            piece.asFloatBuffer().put(values, start, count);
            out.write(piece.array(), 0, count * Float.BYTES);
        }
    }

    private static float[] array(DataInputStream in) throws IOException {
        var values = new float[in.readInt()];
        var piece = piece();
        for (int start = 0; start < values.length; start += PIECE) {
            int count = Math.min(PIECE, values.length - start);
            in.readFully(piece.array(), 0, count * Float.BYTES);
            piece.asFloatBuffer().get(values, start, count);
        }
        return values;
    }

    private static ByteBuffer piece() {
        return ByteBuffer.allocate(PIECE * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
}
