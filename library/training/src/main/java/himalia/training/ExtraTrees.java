package himalia.training;

import himalia.model.Classifier;
import himalia.model.Model;
import tech.tablesaw.api.Table;

/**
 * Many trees of all rows whose cuts are drawn, one for each feature that a question looks at, and the best of those taken; their shares of
 * the classes are averaged.
 *
 * <pre>{@code
 * Model model = new ExtraTrees(100, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>P. Geurts, D. Ernst, L. Wehenkel (2006): Extremely randomized trees. Machine Learning 63, 3–42. As scikit-learn's {@code
 * ExtraTreesClassifier}, with trees of our own: a cut is drawn among the different values that a feature has in the node, each as likely, and
 * not between its least and its greatest.
 *
 * @param trees how many
 * @param depth how many questions a row is asked at most by each; 0 for as many as it takes
 * @param features the share of the features that are looked at for each question, at most 1; 0 for the square root of their number
 * @param seed makes two runs agree
 */
public record ExtraTrees(int trees, int depth, double features, long seed)
        implements RowWeighted, Classifier {
    public ExtraTrees {
        RandomForest.checkSettings(trees, depth, features);
    }

    /** Grows trees as high as it takes, and looks at the square root of the features. */
    public ExtraTrees(int trees, long seed) {
        this(trees, 0, 0, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, RowWeights.ones(table.rowCount()));
    }

    @Override
    public Model fit(Table table, String label, double[] weights) {
        var settings = new TreeSettings(depth, features, false, true, seed);
        return RandomForest.fit(
                this, new Forest(name(), trees, seed), settings, table, label, weights);
    }
}
