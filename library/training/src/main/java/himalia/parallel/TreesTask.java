package himalia.parallel;

import himalia.training.BoostingTask;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.Communicator;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.jspecify.annotations.Nullable;

/** Trees that grow on a worker's share of the rows, and on those of the others by way of XGBoost's own communicator. */
final class TreesTask implements WorkerTask {
    static final String KIND = "trees";

    /** What the tracker knows a worker by; its number here, where nobody says another one. */
    static final String TASK_ID = "dmlc_task_id";

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
                        WireFormat.write(out, tracker);
                        WireFormat.write(out, trees);
                        out.writeInt(first);
                        out.writeInt(count);
                    });
        }

        static Order read(byte[] body) throws IOException {
            var in = WireFormat.reader(body);
            return new Order(
                    WireFormat.readMap(in), WireFormat.readBytes(in), in.readInt(), in.readInt());
        }
    }

    private TreesTask(int number, DMatrix rows, Map<String, Object> parameters) {
        this.number = number;
        this.rows = rows;
        this.parameters = parameters;
    }

    static byte[] bytes(BoostingTask task) {
        return bytes(TreesRows.of(task));
    }

    static byte[] bytes(TreesRows rows) {
        return WireFormat.bytes(
                out -> {
                    out.writeUTF(KIND);
                    rows.write(out);
                });
    }

    /** Reads all rows, and keeps each so manieth. */
    static TreesTask read(DataInputStream in, int number, int count) throws IOException {
        var kept = TreesRows.read(in).every(number, count);
        try {
            var rows = new DMatrix(kept.cells(), kept.labels().length, kept.width(), Float.NaN);
            rows.setLabel(kept.labels());
            if (kept.weights().length > 0) {
                rows.setWeight(kept.weights());
            }
            return new TreesTask(number, rows, new HashMap<>(kept.parameters()));
        } catch (XGBoostError e) {
            throw new IOException("XGBoost does not take the rows: " + e.getMessage(), e);
        }
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
                meeting.putIfAbsent(TASK_ID, String.valueOf(number));
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

    @Override
    public void close() {
        rows.dispose();
        if (booster != null) {
            booster.dispose();
        }
    }
}
