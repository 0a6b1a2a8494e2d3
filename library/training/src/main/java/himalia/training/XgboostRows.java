package himalia.training;

import himalia.table.Cores;
import java.util.List;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Rows in XGBoost's memory. */
final class XgboostRows {
    /** How many rows of all columns are copied at once, so that they do not leave the cache before they are whole. */
    private static final int CHUNK = 256;

    /** To copy a number takes as long as to read so many. */
    private static final int COPIED = 4;

    private XgboostRows() {}

    /** Copies rows into XGBoost's memory; NaN is missing. */
    static DMatrix matrix(double[][] rows) throws XGBoostError {
        int width = rows[0].length;
        var cells = cells(rows.length, width);
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < width; j++) {
                cells[i * width + j] = (float) rows[i][j];
            }
        }
        return new DMatrix(cells, rows.length, width, Float.NaN);
    }

    /** Copies columns of so many rows into XGBoost's memory; NaN is missing. */
    static DMatrix matrix(List<double[]> columns, int rows) throws XGBoostError {
        var cells = cells(rows, columns.size());
        int chunks = (rows + CHUNK - 1) / CHUNK;
        Cores.each(
                chunks,
                (long) cells.length * COPIED,
                chunk -> {
                    int start = chunk * CHUNK;
                    put(columns, start, Math.min(rows, start + CHUNK), cells, 0);
                });
        return new DMatrix(cells, rows, columns.size(), Float.NaN);
    }

    /** Returns some rows of columns, one row after the other. */
    static float[] floats(List<double[]> columns, int from, int to) {
        var cells = new float[(to - from) * columns.size()];
        for (int start = from; start < to; start += CHUNK) {
            put(columns, start, Math.min(to, start + CHUNK), cells, from);
        }
        return cells;
    }

    private static float[] cells(int rows, int width) {
        if ((long) rows * width > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(
                    "%d rows of %d columns are more than one table of XGBoost holds; sample the rows first"
                            .formatted(rows, width));
        }
        return new float[rows * width];
    }

    /** Puts some rows of columns where they belong in cells that begin with some row. */
    private static void put(
            List<double[]> columns, int start, int end, float[] cells, int firstRow) {
        int width = columns.size();
        for (int j = 0; j < width; j++) {
            var values = columns.get(j);
            for (int i = start; i < end; i++) {
                cells[(i - firstRow) * width + j] = (float) values[i];
            }
        }
    }
}
