package himalia.parallel;

import himalia.training.BoostingTask;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.Communicator;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Trees that grow on a worker's share of the rows, and on those of the others by way of XGBoost's own communicator. */
final class TreesTask implements WorkerTask {
    static final String KIND = "trees";

    private final int number;
    private final DMatrix rows;
    private final Map<String, Object> parameters;
    private @Nullable Booster booster;

    /**
     * Some rounds.
     *
     * @param tracker where the workers find each other; empty to go on as before
     * @param trees those that there are, where the workers begin
     * @param first the number of the first round
     * @param count how many; 0 for the end
     */
    record Order(Map<String, String> tracker, byte[] trees, int first, int count) {
        byte[] bytes() {
            return WireFormat.bytes(
                    out -> {
                        writeMap(out, tracker);
                        WireFormat.write(out, trees);
                        out.writeInt(first);
                        out.writeInt(count);
                    });
        }

        static Order read(byte[] body) throws IOException {
            var in = WireFormat.reader(body);
            return new Order(readMap(in), WireFormat.readBytes(in), in.readInt(), in.readInt());
        }
    }

    private TreesTask(int number, DMatrix rows, Map<String, Object> parameters) {
        this.number = number;
        this.rows = rows;
        this.parameters = parameters;
    }

    static byte[] bytes(BoostingTask task) {
        var cells = SharedBins.of(task);
        return WireFormat.bytes(
                out -> {
                    out.writeUTF(KIND);
                    WireFormat.write(out, cells);
                    WireFormat.write(out, task.labels());
                    WireFormat.write(out, task.weights());
                    writeMap(out, task.parameters());
                });
    }

    /** Reads all rows, and keeps each so manieth. */
    static TreesTask read(DataInputStream in, int number, int count) throws IOException {
        var cells = WireFormat.readFloats(in);
        var labels = WireFormat.readFloats(in);
        var weights = WireFormat.readFloats(in);
        int width = cells.length / labels.length;
        try {
            int kept = (labels.length - number + count - 1) / count;
            var rows = new DMatrix(every(cells, width, number, count), kept, width, Float.NaN);
            rows.setLabel(every(labels, 1, number, count));
            if (weights.length > 0) {
                rows.setWeight(every(weights, 1, number, count));
            }
            return new TreesTask(number, rows, new HashMap<>(readMap(in)));
        } catch (XGBoostError e) {
            throw new IOException("XGBoost does not take the rows: " + e.getMessage(), e);
        }
    }

    private static float[] every(float[] cells, int width, int number, int count) {
        int rows = cells.length / width;
        var kept = new float[(rows - number + count - 1) / count * width];
        for (int row = number, at = 0; row < rows; row += count, at += width) {
            System.arraycopy(cells, row * width, kept, at, width);
        }
        return kept;
    }

    @Override
    public byte[] work(byte[] body, Surroundings surroundings) throws IOException {
        var order = Order.read(body);
        try {
            if (order.count() == 0) {
                Communicator.shutdown();
                return WorkerFrame.EMPTY;
            }
            if (!order.tracker().isEmpty()) {
                var meeting = new HashMap<String, Object>(order.tracker());
                meeting.computeIfPresent(
                        "dmlc_tracker_port", (name, port) -> Integer.valueOf(port.toString()));
                meeting.put("dmlc_task_id", String.valueOf(number));
                Communicator.init(meeting);
                booster = order.trees().length == 0 ? null : XGBoost.loadModel(order.trees());
            }
            for (int round = order.first(); round < order.first() + order.count(); round++) {
                grow(round);
            }
            return number == 0 && booster != null ? booster.toByteArray("ubj") : WorkerFrame.EMPTY;
        } catch (XGBoostError e) {
            throw new IOException("XGBoost could not train: " + e.getMessage(), e);
        }
    }

    private void grow(int round) throws XGBoostError {
        if (booster == null) {
            booster = XGBoost.train(rows, parameters, 1, Map.of(), null, null);
        } else {
            booster.setParams(parameters);
            booster.update(rows, round);
        }
    }

    /** In the order of names: a map's own order is another one in each process, and a checkpoint knows its training by these bytes. */
    private static void writeMap(DataOutputStream out, Map<String, String> map) throws IOException {
        out.writeInt(map.size());
        for (var entry : new TreeMap<>(map).entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeUTF(entry.getValue());
        }
    }

    private static Map<String, String> readMap(DataInputStream in) throws IOException {
        var map = new HashMap<String, String>();
        for (int left = in.readInt(); left > 0; left--) {
            map.put(in.readUTF(), in.readUTF());
        }
        return map;
    }

    @Override
    public void close() {
        rows.dispose();
        if (booster != null) {
            booster.dispose();
        }
    }
}
