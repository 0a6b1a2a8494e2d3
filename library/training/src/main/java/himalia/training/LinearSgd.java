package himalia.training;

import himalia.display.bundle.Progress;
import himalia.features.Standardiser;
import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDModel;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import tech.tablesaw.api.Table;

/**
 * A linear model learnt row by row, by Tribuo's stochastic gradient descent.
 *
 * <pre>{@code
 * Model model = new LinearSgd(20, 0.1, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>It sees each row a few times and stops, where {@link LogisticRegression} goes to the minimum. Features are
 * standardised by the training rows.
 *
 * @param epochs how many times it sees every row
 * @param rate how far the first steps go; AdaGrad shortens the later ones
 * @param seed makes two runs agree
 */
public record LinearSgd(int epochs, double rate, long seed) implements Classifier {
    public LinearSgd {
        Checks.atLeast("epochs", epochs, 1);
        Checks.above("rate", rate, 0);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, name());
        var standardiser = Standardiser.of(rows);
        var dataset = dataset(standardiser.apply(rows), labels);
        try (var progress = Progress.whenLong("epochs", epochs)) {
            var loss = new WatchedLoss(new LogMulticlass(), this, rows.length, progress);
            var trainer = new LinearSGDTrainer(loss, new AdaGrad(rate), epochs, -1, 1, seed);
            var learnt = trainer.train(dataset);
            return new LinearModel(
                    schema, this, standardiser, vectors(learnt, schema), Provenance.of(table));
        }
    }

    private static MutableDataset<Label> dataset(double[][] rows, Labels labels) {
        var factory = new LabelFactory();
        var dataset =
                new MutableDataset<>(new SimpleDataSourceProvenance("table", factory), factory);
        var names =
                IntStream.range(0, rows[0].length).mapToObj(LinearSgd::key).toArray(String[]::new);
        for (int i = 0; i < rows.length; i++) {
            var name = labels.classes().get(labels.code(i));
            dataset.add(new ArrayExample<>(new Label(name), names, rows[i]));
        }
        return dataset;
    }

    /** Tribuo orders features and classes its own way; ours stand in the schema's. */
    private static double[][] vectors(LinearSGDModel learnt, Schema schema) {
        var weights = learnt.getWeightsCopy();
        int width = schema.features().size();
        var vectors = new double[schema.classes().size()][width + 1];
        for (int k = 0; k < vectors.length; k++) {
            int row = learnt.getOutputIDInfo().getID(new Label(schema.classes().get(k)));
            for (int j = 0; j < width; j++) {
                vectors[k][j] = weights.get(row, learnt.getFeatureIDMap().getID(key(j)));
            }
            vectors[k][width] = weights.get(row, width);
        }
        return vectors;
    }

    private static String key(int feature) {
        return "f" + feature;
    }
}
