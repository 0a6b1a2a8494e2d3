package himalia.training;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What stands in the file of a {@link NetworkCheckpoint}, part after part. */
final class CheckpointFormat {
    private CheckpointFormat() {}

    static void write(Map<String, String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (var each : texts.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeUTF(each.getValue());
        }
    }

    static Map<String, String> texts(DataInputStream in) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(in.readUTF(), in.readUTF());
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
            out.writeUTF(each.name());
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
            var name = in.readUTF();
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
        var weight = new BlockWeights.Weight("", List.of(), values);
        out.writeInt(values.length);
        out.write(new BlockWeights(List.of(weight)).bytes());
    }

    private static float[] array(DataInputStream in) throws IOException {
        int length = in.readInt();
        var bytes = in.readNBytes(Math.multiplyExact(length, Float.BYTES));
        return BlockWeights.of(List.of(""), List.of(List.of((long) length)), bytes)
                .all()
                .get(0)
                .values();
    }
}
