package himalia.training;

import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows in XGBoost's memory. */
final class XgboostRows {
    private XgboostRows() {}

    /** Copies rows into XGBoost's memory; NaN is missing. */
    static DMatrix matrix(double[][] rows) throws XGBoostError {
        int width = rows[0].length;
        if ((long) rows.length * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%d rows of %d columns are more than one table of XGBoost holds; sample the rows first"
                            .formatted(rows.length, width));
        }
        var cells = new float[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                cells[i * width + j] = (float) rows[i][j];
            }
        }
        return new DMatrix(cells, rows.length, width, Float.NaN);
    }

    /** Returns some rows of columns, one row after the other. */
    static float[] floats(List<double[]> columns, int from, int to) {
        int width = columns.size();
        var cells = new float[(to - from) * width];
        for (int j = 0; j < width; j++) {
            var values = columns.get(j);
            for (int i = from; i < to; i++) {
                cells[(i - from) * width + j] = (float) values[i];
            }
        }
        return cells;
    }
}
