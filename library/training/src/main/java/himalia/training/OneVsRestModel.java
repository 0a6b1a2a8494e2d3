package himalia.training;

import himalia.features.SqlText;
import himalia.features.Standardiser;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** A linear model of each class against all others, whose probabilities are brought to a sum of 1. */
final class OneVsRestModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final Standardiser standardiser;
    private final double[][] vectors;
    private final Provenance provenance;

    OneVsRestModel(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            double[][] vectors,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.standardiser = standardiser;
        this.vectors = vectors;
        this.provenance = provenance;
    }

    /** Weights in a file. */
    record SavedOneVsRest(
            Schema schema,
            Trainer trainer,
            Standardiser standardiser,
            double[][] vectors,
            Provenance provenance)
            implements Saved<OneVsRestModel> {
        @Override
        public OneVsRestModel restore() {
            return new OneVsRestModel(schema, trainer, standardiser, vectors, provenance);
        }
    }

    @Override
    public OneVsRestModel withoutRows() {
        return new OneVsRestModel(schema, trainer, standardiser, vectors, Provenance.UNKNOWN);
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
    public Saved<OneVsRestModel> saved() {
        return new SavedOneVsRest(schema, trainer, standardiser, vectors, provenance);
    }

    @Override
    public Predictions predict(Table table) {
        return Predictions.of(
                classes(),
                Arrays.stream(schema.completeRows(table, trainer.name()))
                        .map(row -> probabilities(standardiser.apply(row)))
                        .toArray(double[][]::new));
    }

    private double[] probabilities(double[] row) {
        var scores = new double[vectors.length];
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = vectors[k][row.length];
            for (int j = 0; j < row.length; j++) {
                scores[k] += row[j] * vectors[k][j];
            }
            scores[k] = Math.max(SgdRule.probability(scores[k]), Double.MIN_NORMAL);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    @Override
    public double[][] importances() {
        return Arrays.stream(vectors)
                .map(vector -> Arrays.copyOf(vector, vector.length - 1))
                .toArray(double[][]::new);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        int width = schema.features().size();
        var weights = new double[width][vectors.length];
        var intercepts = new double[vectors.length];
        for (int k = 0; k < vectors.length; k++) {
            for (int j = 0; j < width; j++) {
                weights[j][k] = vectors[k][j];
            }
            intercepts[k] = vectors[k][width];
        }
        var each =
                ModelOnnx.scaledRows(graph, schema, standardiser, trainer.name())
                        .product(graph.table(weights))
                        .plus(graph.row(intercepts))
                        .by("Sigmoid")
                        .plus(Double.MIN_NORMAL);
        return ModelOnnx.told(each.over(each.sum()));
    }

    @Override
    public String sql(String from) {
        var query = ModelSql.scaledRows(schema, standardiser, trainer.name(), from);
        var each =
                IntStream.range(0, vectors.length)
                        .mapToObj(
                                k ->
                                        "greatest(1 / (1 + exp(-greatest(-700, %s))), %s)"
                                                .formatted(
                                                        ModelSql.score(vectors[k]),
                                                        SqlText.number(Double.MIN_NORMAL)))
                        .toList();
        return ModelSql.classes(classes(), ModelSql.shares(ModelSql.list(each, query)));
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
