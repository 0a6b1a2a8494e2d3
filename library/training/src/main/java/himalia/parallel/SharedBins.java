package himalia.parallel;

import himalia.training.BoostingTask;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Rows whose numbers stand at the lower ends of the bins that XGBoost makes of all rows in one process. Workers that see a share of the rows each would put
 * bins elsewhere, and grow other trees; of these numbers there are no more than bins, and all of them find the same.
 */
final class SharedBins {
    private SharedBins() {}

    /** Returns the cells, row after row. */
    static float[] of(BoostingTask task) {
        WireFormat.checkRows(task.name(), task.rows(), 2);
        int width = task.rows()[0].length;
        var cells = new float[task.rows().length * width];
        for (int i = 0; i < task.rows().length; i++) {
            for (int j = 0; j < width; j++) {
                cells[i * width + j] = (float) task.rows()[i][j];
            }
        }
        try {
            var matrix = new DMatrix(cells, task.rows().length, width, Float.NaN);
            try {
                round(cells, width, cuts(task, matrix));
            } finally {
                matrix.dispose();
            }
            return cells;
        } catch (XGBoostError e) {
            throw new IllegalStateException(
                    "XGBoost could not make bins of the rows: " + e.getMessage(), e);
        }
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

    private static void round(float[] cells, int width, DMatrix.QuantileCut cuts) {
        var ends = cuts.getValues();
        var starts = cuts.getIndptr();
        var least = least(cells, width);
        for (int at = 0; at < cells.length; at++) {
            int column = at % width;
            if (!Float.isNaN(cells[at])) {
                int last = last(ends, (int) starts[column], (int) starts[column + 1], cells[at]);
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
}
