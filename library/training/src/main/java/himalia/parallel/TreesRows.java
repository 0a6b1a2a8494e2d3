package himalia.parallel;

import himalia.training.BoostingTask;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/**
 * Rows that trees grow on, and how.
 *
 * @param cells the features, row after row
 * @param weights what each row counts; empty where all count the same
 * @param parameters XGBoost's own
 */
record TreesRows(float[] cells, float[] labels, float[] weights, Map<String, String> parameters) {
    /** All rows of a task, in bins that every share of them has. */
    static TreesRows of(BoostingTask task) {
        WireFormat.checkRows(task.name(), task.rows(), 2);
        var cells = SharedBins.cells(task.rows());
        return of(task, cells, SharedBins.of(task, cells));
    }

    /** The same, where the bins are known; the cells are put to them. */
    static TreesRows of(BoostingTask task, float[] cells, SharedBins bins) {
        bins.round(cells);
        return new TreesRows(cells, task.labels(), task.weights(), task.parameters());
    }

    int width() {
        return cells.length / labels.length;
    }

    /** Returns each so manieth row. */
    TreesRows every(int number, int count) {
        if (count == 1) {
            return this;
        }
        return new TreesRows(
                every(cells, width(), number, count),
                every(labels, 1, number, count),
                weights.length == 0 ? weights : every(weights, 1, number, count),
                parameters);
    }

    private static float[] every(float[] cells, int width, int number, int count) {
        int rows = cells.length / width;
        var kept = new float[(rows - number + count - 1) / count * width];
        for (int row = number, at = 0; row < rows; row += count, at += width) {
            System.arraycopy(cells, row * width, kept, at, width);
        }
        return kept;
    }

    void write(DataOutputStream out) throws IOException {
        WireFormat.write(out, cells);
        WireFormat.write(out, labels);
        WireFormat.write(out, weights);
        WireFormat.write(out, parameters);
    }

    static TreesRows read(DataInputStream in) throws IOException {
        return new TreesRows(
                WireFormat.readFloats(in),
                WireFormat.readFloats(in),
                WireFormat.readFloats(in),
                WireFormat.readMap(in));
    }
}
