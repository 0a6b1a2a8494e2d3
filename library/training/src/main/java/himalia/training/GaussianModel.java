package himalia.training;

import himalia.features.SqlText;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Provenance;
import himalia.model.Saved;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.onnx.OnnxGraph;
import himalia.onnx.OnnxValue;
import himalia.training.numeric.Softmax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** Bell curves, one for each class and feature. */
final class GaussianModel implements Model {
    private final Schema schema;
    private final Trainer trainer;
    private final double[][] means;
    private final double[][] deviations;
    private final double[] constants;
    private final Provenance provenance;

    /**
     * Makes a model.
     *
     * @param constants of each class the logarithms of its share and of its curves' heights
     */
    GaussianModel(
            Schema schema,
            Trainer trainer,
            double[][] means,
            double[][] deviations,
            double[] constants,
            Provenance provenance) {
        this.schema = schema;
        this.trainer = trainer;
        this.means = means;
        this.deviations = deviations;
        this.constants = constants;
        this.provenance = provenance;
    }

    /** Curves in a file. */
    record SavedGaussians(
            Schema schema,
            Trainer trainer,
            double[][] means,
            double[][] deviations,
            double[] constants,
            Provenance provenance)
            implements Saved<GaussianModel> {
        @Override
        public GaussianModel restore() {
            return new GaussianModel(schema, trainer, means, deviations, constants, provenance);
        }
    }

    @Override
    public GaussianModel withoutRows() {
        return new GaussianModel(schema, trainer, means, deviations, constants, Provenance.UNKNOWN);
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
    public Saved<GaussianModel> saved() {
        return new SavedGaussians(schema, trainer, means, deviations, constants, provenance);
    }

    @Override
    public Predictions predict(Table table) {
        return Predictions.of(
                classes(),
                Arrays.stream(schema.completeRows(table, trainer.name()))
                        .map(row -> Softmax.of(scores(row)))
                        .toArray(double[][]::new));
    }

    private double[] scores(double[] row) {
        var scores = constants.clone();
        for (int k = 0; k < scores.length; k++) {
            for (int j = 0; j < row.length; j++) {
                double distance = (row[j] - means[k][j]) / deviations[k][j];
                scores[k] -= distance * distance / 2;
            }
        }
        return scores;
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph) {
        var rows = ModelOnnx.completeRows(graph, schema, trainer.name());
        var scores = new ArrayList<OnnxValue>();
        for (int k = 0; k < constants.length; k++) {
            scores.add(
                    rows.minus(graph.row(means[k]))
                            .over(graph.row(deviations[k]))
                            .power(2)
                            .sum()
                            .times(-0.5)
                            .plus(constants[k]));
        }
        return ModelOnnx.softmax(OnnxValue.beside(scores));
    }

    @Override
    public String sql(String from) {
        var query = ModelSql.completeRows(schema, trainer.name(), from);
        var scores = IntStream.range(0, constants.length).mapToObj(this::score).toList();
        return ModelSql.classes(classes(), ModelSql.softmax(ModelSql.list(scores, query)));
    }

    private String score(int k) {
        var distances =
                IntStream.range(0, means[k].length)
                        .mapToObj(
                                j ->
                                        "pow((%s[%s] - %s) / %s, 2)"
                                                .formatted(
                                                        ModelSql.LIST,
                                                        j + 1,
                                                        SqlText.number(means[k][j]),
                                                        SqlText.number(deviations[k][j])))
                        .collect(Collectors.joining(", "));
        return "%s - list_sum([%s]) / 2".formatted(SqlText.number(constants[k]), distances);
    }

    @Override
    public String toString() {
        return "Model[%s, label=%s]".formatted(trainer, schema.label());
    }
}
