package himalia.parallel;

import himalia.training.NetworkTask;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * What each process of a network's training is told once.
 *
 * @param shape the width of each layer, from the features to the classes
 * @param rows the features, row after row
 * @param batch rows of a batch
 * @param accumulate batches of a step
 */
record NetworkJob(int[] shape, float[] rows, int[] codes, double rate, int batch, int accumulate) {
    static NetworkJob of(NetworkTask task, int accumulate) {
        WireFormat.checkRows(task.name(), task.rows(), 1);
        WireFormat.checkWeights(task.name(), task.shape(), task.rows().length);
        int width = task.rows()[0].length;
        var rows = new float[task.rows().length * width];
        for (int i = 0; i < task.rows().length; i++) {
            for (int j = 0; j < width; j++) {
                rows[i * width + j] = (float) task.rows()[i][j];
            }
        }
        return new NetworkJob(
                task.shape().stream().mapToInt(Integer::intValue).toArray(),
                rows,
                task.codes(),
                task.settings().rate(),
                task.settings().batch(),
                accumulate);
    }

    int width() {
        return shape[0];
    }

    /** How many rows one step sees, at most. */
    int rowsOfAStep() {
        return rowsOfAStep(batch, accumulate);
    }

    /** A batch of more rows than there are is all of them: no more than an int holds. */
    static int rowsOfAStep(int batch, int accumulate) {
        return (int) Math.min((long) batch * accumulate, Integer.MAX_VALUE);
    }

    void write(DataOutputStream out) throws IOException {
        WireFormat.write(out, shape);
        WireFormat.write(out, rows);
        WireFormat.write(out, codes);
        out.writeDouble(rate);
        out.writeInt(batch);
        out.writeInt(accumulate);
    }

    static NetworkJob read(DataInputStream in) throws IOException {
        return new NetworkJob(
                WireFormat.readInts(in),
                WireFormat.readFloats(in),
                WireFormat.readInts(in),
                in.readDouble(),
                in.readInt(),
                in.readInt());
    }
}
