package himalia.training;

import himalia.features.SqlText;
import himalia.features.Standardiser;
import himalia.model.ClassPredictions;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Target;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.table.ColumnNames;
import himalia.table.Cores;
import himalia.training.numeric.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A model that weighs standardised features: by one vector of weights for a number or for two classes, or by one a class.
 *
 * <pre>{@code
 * if (new LogisticRegression(1.0).fit(train, "churned") instanceof LinearModel linear) {
 *     display(linear.weights());
 * }
 * }</pre>
 */
public final class LinearModel implements Model {
    /** How many rows one core takes at a time. */
    private static final int CHUNK = 1024;

    /** What a probability costs, in numbers that are read. */
    private static final int EXPONENTIAL = 32;

    private final Schema schema;
    private final Trainer trainer;
    private final Standardiser standardiser;
    private final double[][] vectors;
    private final Provenance provenance;
    private final String outcome;

    /** Makes a model of weight vectors, each with its intercept last. */
    LinearModel(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            double[][] vectors,
            Provenance provenance) {
        this(schema, trainer, standardiser, vectors, provenance, "");
    }

    /** Makes one whose training has something to say, which is not for files. */
    LinearModel(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            double[][] vectors,
            Provenance provenance,
            String outcome) {
        this.schema = schema;
        this.trainer = trainer;
        this.standardiser = standardiser;
        this.vectors = vectors;
        this.provenance = provenance;
        this.outcome = outcome;
    }

    /** Weights in a file. */
    record SavedWeights(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            double[][] vectors,
            Provenance provenance)
            implements Saved<LinearModel> {
        @Override
        public LinearModel restore() {
            return new LinearModel(schema, trainer, standardiser, vectors, provenance);
        }
    }

    @Override
    public LinearModel withoutRows() {
        return new LinearModel(schema, trainer, standardiser, vectors, Provenance.UNKNOWN, outcome);
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
    public Provenance provenance() {
        return provenance;
    }

    @Override
    public String outcome() {
        return outcome;
    }

    @Override
    public Saved<LinearModel> saved() {
        return new SavedWeights(schema, trainer, standardiser, vectors, provenance);
    }

    @Override
    public Predictions predict(Table table) {
        var rows = standardiser.rows(schema.completeColumns(table, trainer.name()));
        if (schema.target() instanceof Target.Classes classes) {
            var probabilities = new double[classes.classes().size()][rows.length];
            each(rows, (row, of) -> put(Softmax.of(scores(of)), probabilities, row));
            return ClassPredictions.ofColumns(classes.classes(), probabilities);
        }
        var numbers = new double[rows.length];
        each(rows, (row, of) -> numbers[row] = score(vectors[0], of));
        return Predictions.of(numbers);
    }

    /** Does something with a row. */
    private interface ForRow {
        void run(int row, double[] of);
    }

    private void each(double[][] rows, ForRow work) {
        Cores.each(
                (rows.length + CHUNK - 1) / CHUNK,
                (long) rows.length * (vectors.length * vectors[0].length + EXPONENTIAL),
                chunk -> {
                    int end = Math.min(rows.length, (chunk + 1) * CHUNK);
                    for (int row = chunk * CHUNK; row < end; row++) {
                        work.run(row, rows[row]);
                    }
                });
    }

    private static void put(double[] values, double[][] columns, int row) {
        for (int k = 0; k < values.length; k++) {
            columns[k][row] = values[k];
        }
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        int width = schema.featureNames().size();
        int first = columns().size() - vectors.length;
        var weights = new double[width][columns().size()];
        var intercepts = new double[columns().size()];
        for (int k = 0; k < vectors.length; k++) {
            for (int j = 0; j < width; j++) {
                weights[j][first + k] = vectors[k][j];
            }
            intercepts[first + k] = vectors[k][width];
        }
        var scores =
                ModelOnnx.scaledRows(graph, schema, standardiser, trainer.name())
                        .product(graph.table(weights))
                        .plus(graph.row(intercepts));
        return schema.target() instanceof Target.Classes ? ModelOnnx.softmax(scores) : scores;
    }

    @Override
    public String sql(String from) {
        var query = ModelSql.scaledRows(schema, standardiser, trainer.name(), from);
        var scores = new ArrayList<String>();
        for (int k = vectors.length - columns().size(); k < vectors.length; k++) {
            scores.add(k < 0 ? SqlText.number(0) : ModelSql.score(vectors[k]));
        }
        return schema.target() instanceof Target.Classes classes
                ? ModelSql.classes(
                        classes.classes(), ModelSql.softmax(ModelSql.list(scores, query)))
                : ModelSql.number(scores.get(0), query);
    }

    /** One score a class; of two, the first one's is 0. */
    private double[] scores(double[] scaled) {
        var scores = new double[classes().size()];
        int first = scores.length - vectors.length;
        for (int k = 0; k < vectors.length; k++) {
            scores[first + k] = score(vectors[k], scaled);
        }
        return scores;
    }

    private static double score(double[] vector, double[] row) {
        double score = vector[row.length];
        for (int j = 0; j < row.length; j++) {
            score += row[j] * vector[j];
        }
        return score;
    }

    /**
     * Returns what each standardised feature adds to the number, or to the log odds: one column for a number or for two
     * classes, else one a class; the intercept is the last row.
     */
    public Table weights() {
        var names = StringColumn.create("feature", schema.featureNames());
        names.append("(intercept)");
        var table = Table.create("weights", names);
        var columns = columns();
        int first = columns.size() - vectors.length;
        var taken = new ColumnNames(table.columnNames());
        for (int k = 0; k < vectors.length; k++) {
            table.addColumns(DoubleColumn.create(taken.add(columns.get(first + k)), vectors[k]));
        }
        return table;
    }

    @Override
    public double[][] importances() {
        return Arrays.stream(vectors)
                .map(vector -> Arrays.copyOf(vector, vector.length - 1))
                .toArray(double[][]::new);
    }

    private List<String> columns() {
        return schema.target() instanceof Target.Classes classes
                ? classes.classes()
                : List.of(schema.label());
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
