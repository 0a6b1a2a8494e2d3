package himalia.parallel;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes and reads what the processes tell each other. */
final class WireFormat {
    private WireFormat() {}

    /** Floats of a message, with room for what else is in it. */
    private static final long MOST_NUMBERS = (FrameLink.MOST - (1 << 20)) / Float.BYTES;

    /** The weight, and its mean and square. */
    private static final int NUMBERS_OF_A_WEIGHT = 3;

    /** What writes a body. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /**
     * Refuses rows that no message to a worker carries, before any process starts.
     *
     * @param extra numbers of a row beside its features
     */
    static void checkRows(String name, double[][] rows, int extra) {
        long width = rows[0].length;
        long most = MOST_NUMBERS / (width + extra);
        if (rows.length > most) {
            throw new IllegalArgumentException(
                    "%s sends each process all rows in one message of %d million numbers at most, got %d rows of %d features; train on %d rows or fewer, or in this process alone"
                            .formatted(name, MOST_NUMBERS / 1_000_000, rows.length, width, most));
        }
    }

    /**
     * Refuses weights that no message carries, before any process starts: where an epoch begins, they come with Adam's means and squares and the order of the rows.
     *
     * @param shape the width of each layer
     */
    static void checkWeights(String name, List<Integer> shape, int rows) {
        long weights = 0;
        for (int layer = 1; layer < shape.size(); layer++) {
            weights += (shape.get(layer - 1) + 1L) * shape.get(layer);
        }
        long most = (MOST_NUMBERS - rows) / NUMBERS_OF_A_WEIGHT;
        if (weights > most) {
            throw new IllegalArgumentException(
                    "%s sends each process the weights and what its steps need in one message of %d million numbers at most, room for %d weights, got %d; take smaller layers, or train in this process alone"
                            .formatted(name, MOST_NUMBERS / 1_000_000, most, weights));
        }
    }

    static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static DataInputStream reader(byte[] body) {
        return new DataInputStream(new ByteArrayInputStream(body));
    }

    static void write(DataOutputStream out, float[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        write(out, bytes.array());
    }

    static void write(DataOutputStream out, int[] values) throws IOException {
        var bytes = ByteBuffer.allocate(values.length * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        write(out, bytes.array());
    }

    static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** In the order of names: a map's own order is another one in each process, and a checkpoint knows its training by these bytes. */
    static void write(DataOutputStream out, Map<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : new TreeMap<>(map).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    static Map<String, String> readMap(DataInputStream in) throws IOException {
        var map = new HashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readUTF(), in.readUTF());
        }
        return map;
    }

    static float[] readFloats(DataInputStream in) throws IOException {
        var bytes = readBytes(in);
        var values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
        return values;
    }

    static int[] readInts(DataInputStream in) throws IOException {
        var bytes = readBytes(in);
        var values = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().get(values);
        return values;
    }

    static byte[] readBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > FrameLink.MOST) {
            throw new IOException("a list of " + length + " bytes");
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException(
                    "a list ends after %d of %d bytes".formatted(bytes.length, length));
        }
        return bytes;
    }
}
