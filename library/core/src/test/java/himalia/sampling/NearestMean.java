package himalia.sampling;

import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Predictions;
import himalia.model.Schema;
import himalia.model.Trainer;
import himalia.table.Matrices;
import tech.tablesaw.api.Table;

/** A small model of numbers: a class is as probable as its mean is near, whatever the column of means is called. */
public record NearestMean() implements Trainer {
    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var features = Matrices.features(table, label);
        var points = Matrices.rows(table, features, "NearestMean");
        var means = new double[labels.classes().size()][features.size()];
        var counts = labels.counts();
        for (var row = 0; row < points.length; row++) {
            for (var j = 0; j < features.size(); j++) {
                means[labels.code(row)][j] += points[row][j] / counts[labels.code(row)];
            }
        }
        return new Fitted(schema, this, means);
    }

    private record Fitted(Schema schema, Trainer trainer, double[][] means) implements Model {
        @Override
        public Predictions predict(Table table) {
            var points = Matrices.rows(table, schema.featureNames(), "NearestMean");
            var probabilities = new double[points.length][means.length];
            for (var row = 0; row < points.length; row++) {
                var sum = 0.0;
                for (var code = 0; code < means.length; code++) {
                    var near = 1 / (1 + NearestRows.squared(points[row], means[code]));
                    probabilities[row][code] = near;
                    sum += near;
                }
                for (var code = 0; code < means.length; code++) {
                    probabilities[row][code] /= sum;
                }
            }
            return Predictions.of(schema.classes(), probabilities);
        }
    }
}
