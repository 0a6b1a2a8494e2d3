package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import tech.tablesaw.api.Table;

/** Trees that XGBoost holds outside the heap. */
final class XgboostModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final Booster booster;
    // Asking freed memory would end the process, so closing waits for those who ask.
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    XgboostModel(Schema schema, Trainer trainer, Booster booster) {
        this.schema = schema;
        this.trainer = trainer;
        this.booster = booster;
    }

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

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public Trainer trainer() {
        return trainer;
    }

    @Override
    public Predictions predict(Table table) {
        var rows = schema.rows(table);
        if (rows.length == 0) {
            return Predictions.of(classes(), new double[0][]);
        }
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(
                        "this model is closed; train it again, or close it later");
            }
            var matrix = matrix(rows);
            try {
                return Predictions.of(classes(), probabilities(booster.predict(matrix)));
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not predict: " + e.getMessage(), e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** For two classes XGBoost gives the second one's probability only. */
    private static double[][] probabilities(float[][] raw) {
        var probabilities = new double[raw.length][];
        for (int i = 0; i < raw.length; i++) {
            if (raw[i].length == 1) {
                probabilities[i] = new double[] {1 - (double) raw[i][0], raw[i][0]};
            } else {
                probabilities[i] = new double[raw[i].length];
                for (int k = 0; k < raw[i].length; k++) {
                    probabilities[i][k] = raw[i][k];
                }
            }
        }
        return probabilities;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                booster.dispose();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
