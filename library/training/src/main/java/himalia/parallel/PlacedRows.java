package himalia.parallel;

import static himalia.display.bundle.Given.given;

import himalia.training.BoostingTask;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The rows of {@link PlacedWorker}s: the first row, and each so manieth after it, are the first one's, and so on. Their numbers stand
 * in the bins that one process makes of all rows, so that the workers grow its trees.
 *
 * <pre>{@code
 * BoostingPlace place = asked -> {
 *     var rows = PlacedRows.of(asked, 2);
 *     var all = rows.rows(1);           // what worker 1 is told
 *     var less = rows.recipe(1);        // what it is told if it reads its rows itself; PlacedRows.made makes all of these
 *     throw new IllegalStateException("%d bytes, or %d".formatted(all.length, less.length));
 * };
 * }</pre>
 */
public final class PlacedRows {
    private final TreesRows rows;
    private final SharedBins bins;
    private final int workers;

    private PlacedRows(TreesRows rows, SharedBins bins, int workers) {
        this.rows = rows;
        this.bins = bins;
        this.workers = workers;
    }

    /**
     * Makes the bins of all rows.
     *
     * @param workers how many share them, at least 1
     * @throws IllegalArgumentException if there are more than 133 million numbers
     */
    public static PlacedRows of(BoostingTask task, int workers) {
        given(task, "task");
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, got " + workers);
        }
        WireFormat.checkRows(task.name(), task.rows(), 2);
        var cells = SharedBins.cells(task.rows());
        var bins = SharedBins.of(task, cells);
        return new PlacedRows(TreesRows.of(task, cells, bins), bins, workers);
    }

    /**
     * Returns all that a worker is told.
     *
     * @param worker its number, from 0
     */
    public byte[] rows(int worker) {
        if (worker < 0 || worker >= workers) {
            throw new IllegalArgumentException(
                    "there are %d workers, numbered from 0, and no %d".formatted(workers, worker));
        }
        return TreesTask.bytes(rows.every(worker, workers));
    }

    /** Returns what a worker is told that reads its rows itself: how numbers are put to bins, and by what its rows are known. */
    public byte[] recipe(int worker) {
        var hash = hash(rows(worker));
        return WireFormat.bytes(
                out -> {
                    out.writeUTF(hash);
                    bins.write(out);
                    WireFormat.write(out, classWeights());
                    WireFormat.write(out, rows.parameters());
                });
    }

    /** Rows of a class weigh the same. */
    private float[] classWeights() {
        var weights = new float[0];
        for (int row = 0; row < rows.weights().length; row++) {
            int code = (int) rows.labels()[row];
            if (code >= weights.length) {
                weights = Arrays.copyOf(weights, code + 1);
            }
            weights[code] = rows.weights()[row];
        }
        return weights;
    }

    /**
     * Returns all that a worker is told, made of what it has read.
     *
     * @param labels the class of each row, from 0
     * @throws IllegalArgumentException if the rows are others than those of which the recipe was made
     */
    public static byte[] made(byte[] recipe, double[][] read, float[] labels) {
        given(read, "read");
        given(labels, "labels");
        try {
            var in = WireFormat.reader(given(recipe, "recipe"));
            var hash = in.readUTF();
            var cells = SharedBins.cells(read);
            SharedBins.read(in).round(cells);
            var weights = weights(WireFormat.readFloats(in), labels);
            var rows = new TreesRows(cells, labels, weights, WireFormat.readMap(in));
            var made = TreesTask.bytes(rows);
            if (!hash(made).equals(hash)) {
                throw new IllegalArgumentException(
                        "the %d rows that were read are others than those of the table"
                                .formatted(labels.length));
            }
            return made;
        } catch (IOException e) {
            throw new IllegalArgumentException("the recipe cannot be read: " + e, e);
        }
    }

    private static float[] weights(float[] classes, float[] labels) {
        var weights = new float[classes.length == 0 ? 0 : labels.length];
        for (int row = 0; row < weights.length; row++) {
            int code = (int) labels[row];
            // The rows are known to be others then.
            weights[row] = code >= 0 && code < classes.length ? classes[code] : Float.NaN;
        }
        return weights;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
