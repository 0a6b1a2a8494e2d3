package himalia.training;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/**
 * Many trees, each of rows drawn with replacement, by their weights where they have some, and asking for features that are drawn, too; their
 * shares of the classes are averaged.
 *
 * <pre>{@code
 * Model model = new RandomForest(100, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>L. Breiman (2001): Random Forests. Machine Learning 45, 5–32. As scikit-learn's {@code RandomForestClassifier}, with trees of our own. For
 * rare classes see {@link BalancedRandomForest}, for many rows and missing cells {@link XgboostForest}.
 *
 * @param trees how many
 * @param depth how many questions a row is asked at most by each; 0 for as many as it takes
 * @param features the share of the features that are looked at for each question, at most 1; 0 for the square root of their number
 * @param seed makes two runs agree
 */
public record RandomForest(int trees, int depth, double features, long seed)
        implements RowWeighted, Classifier {
    public RandomForest {
        checkSettings(trees, depth, features);
    }

    /** Grows trees as high as it takes, and looks at the square root of the features. */
    public RandomForest(int trees, long seed) {
        this(trees, 0, 0, seed);
    }

    static void checkSettings(int trees, int depth, double features) {
        Checks.atLeast("trees", trees, 1);
        Checks.atLeast("depth", depth, 0);
        if (!(features >= 0 && features <= 1)) {
            throw new IllegalArgumentException(
                    "features must be a share above 0 and at most 1, or 0 for the square root of their number, got "
                            + features);
        }
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, RowWeights.ones(table.rowCount()));
    }

    @Override
    public Model fit(Table table, String label, double[] weights) {
        var settings = new TreeSettings(depth, features, false, false, seed);
        return fit(this, new Forest(name(), trees, seed), settings, table, label, weights);
    }

    /** Trains for a trainer whose trees are as {@code settings} say; all rows are seen where cuts are drawn. */
    static Model fit(
            RowWeighted trainer,
            Forest forest,
            TreeSettings settings,
            Table table,
            String label,
            double[] weights) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, trainer.name());
        double share = settings.features() == 0 ? Forest.root(rows[0].length) : settings.features();
        var checked = RowWeights.forTrees(weights, rows.length);
        var grown =
                forest.ofClasses(
                        ClassTrees.of(rows, labels, forest.ask()),
                        settings.withFeatures(share),
                        settings.randomCuts() ? random -> checked : bags(checked));
        return new ForestModel(schema, trainer, grown, Provenance.of(table));
    }

    /** Returns what draws how often a tree sees each row. */
    private static Function<RandomGenerator, double[]> bags(double[] weights) {
        var bag = new WeightedBag(allRows(weights), weights);
        return random -> Forest.times(bag.drawn(random), weights.length);
    }

    private static int[] allRows(double[] weights) {
        return IntStream.range(0, weights.length).filter(row -> weights[row] > 0).toArray();
    }
}
