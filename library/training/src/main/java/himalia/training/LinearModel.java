package himalia.training;

import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.training.numeric.Softmax;
import himalia.training.numeric.Standardiser;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A model that weighs standardised features: one vector of weights for two classes, or one a class. */
public final class LinearModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final Standardiser standardiser;
    private final double[][] vectors;

    private LinearModel(
            Schema schema, Trainer trainer, Standardiser standardiser, double[][] vectors) {
        this.schema = schema;
        this.trainer = trainer;
        this.standardiser = standardiser;
        this.vectors = vectors;
    }

    /** Makes a model of weight vectors, each with its intercept last. */
    static LinearModel of(
            Schema schema, Trainer trainer, Standardiser standardiser, double[][] vectors) {
        return new LinearModel(schema, trainer, standardiser, vectors);
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
        var rows = schema.completeRows(table, trainer.name());
        var probabilities = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = Softmax.of(scores(standardiser.apply(rows[i])));
        }
        return Predictions.of(classes(), probabilities);
    }

    private double[] scores(double[] row) {
        var scores = new double[classes().size()];
        int first = classes().size() - vectors.length;
        for (int k = 0; k < vectors.length; k++) {
            double score = vectors[k][row.length];
            for (int j = 0; j < row.length; j++) {
                score += row[j] * vectors[k][j];
            }
            scores[first + k] = score;
        }
        return scores;
    }

    /**
     * Returns what each standardised feature adds to the log odds: one column for two classes, else one a class; the
     * intercept is the last row.
     */
    public Table weights() {
        var names = StringColumn.create("feature", schema.featureNames());
        names.append("(intercept)");
        var table = Table.create("weights", names);
        int first = classes().size() - vectors.length;
        for (int k = 0; k < vectors.length; k++) {
            table.addColumns(DoubleColumn.create(classes().get(first + k), vectors[k]));
        }
        return table;
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
