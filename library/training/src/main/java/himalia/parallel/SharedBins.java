package himalia.parallel;

import himalia.training.BoostingTask;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows whose numbers stand at the lower ends of the bins that XGBoost makes of all rows in one process. Workers that see a share of the rows each would put
 * bins elsewhere, and grow other trees; of these numbers there are no more than bins, and all of them find the same.
 *
 * @param ends the lower ends of all bins, column after column
 * @param starts where each column's begin, and last where all end
 * @param least the least number of each column
 */
record SharedBins(float[] ends, int[] starts, float[] least) {
    /** Returns the bins of all rows, whose cells are given. */
    static SharedBins of(BoostingTask task, float[] cells) {
        int width = task.rows()[0].length;
        try {
            var matrix = new DMatrix(cells, task.rows().length, width, Float.NaN);
            try {
                var cuts = cuts(task, matrix);
                var starts = LongStream.of(cuts.getIndptr()).mapToInt(Math::toIntExact).toArray();
                return new SharedBins(cuts.getValues(), starts, least(cells, width));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not make bins of the rows: " + e.getMessage(), e);
        }
    }

    /** Returns the cells of rows, row after row. */
    static float[] cells(double[][] rows) {
        int width = rows.length == 0 ? 0 : rows[0].length;
        var cells = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                // What is nearer to 0 than a float gets is 0, and not its negative one.
                cells[i * width + j] = (float) rows[i][j] + 0f;
            }
        }
        return cells;
    }

    /** XGBoost makes its bins when the first tree grows. */
    private static DMatrix.QuantileCut cuts(BoostingTask task, DMatrix matrix) throws XGBoostError {
        matrix.setLabel(task.labels());
        if (task.weights().length > 0) {
            matrix.setWeight(task.weights());
        }
        var parameters = new HashMap<String, Object>(task.parameters());
        parameters.put("max_depth", 1);
        XGBoost.train(matrix, parameters, 1, Map.of(), null, null).dispose();
        return matrix.getQuantileCut();
    }

    /** Puts the numbers of some rows, or of all, to the lower ends of their bins. */
    void round(float[] cells) {
        int width = least.length;
        for (int at = 0; at < cells.length; at++) {
            int column = at % width;
            if (!Float.isNaN(cells[at])) {
                int last = last(ends, starts[column], starts[column + 1], cells[at]);
                // The first bin has no lower end but infinity.
                boolean isFirst = last < starts[column] || Float.isInfinite(ends[last]);
                cells[at] = isFirst ? least[column] : ends[last];
            }
        }
    }

    /** Returns where the last end is that a value reaches. */
    private static int last(float[] ends, int from, int to, float value) {
        int at = Arrays.binarySearch(ends, from, to, value);
        return at >= 0 ? at : -at - 2;
    }

    private static float[] least(float[] cells, int width) {
        var least = new float[width];
        Arrays.fill(least, Float.POSITIVE_INFINITY);
        for (int at = 0; at < cells.length; at++) {
            if (cells[at] < least[at % width]) {
                least[at % width] = cells[at];
            }
        }
        return least;
    }

    void write(DataOutputStream out) throws IOException {
        WireFormat.write(out, ends);
        WireFormat.write(out, starts);
        WireFormat.write(out, least);
    }

    static SharedBins read(DataInputStream in) throws IOException {
        return new SharedBins(
                WireFormat.readFloats(in), WireFormat.readInts(in), WireFormat.readFloats(in));
    }
}
