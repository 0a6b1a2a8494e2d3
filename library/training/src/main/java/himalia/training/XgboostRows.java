package himalia.training;

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
}
