package himalia.training;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * One tree of questions about single features, grown by CART.
 *
 * <pre>{@code
 * Model model = new DecisionTree(4, 42).fit(train, "churned");
 * Model deep = new DecisionTree(0, 1.0, true, 42).fit(train, "churned");
 * }</pre>
 *
 * <p>L. Breiman, J. Friedman, R. Olshen, C. Stone (1984): Classification and Regression Trees.
 *
 * @param depth how many questions a row is asked at most; 0 for as many as it takes
 * @param features the share of the features that are looked at for each question, above 0 and at most 1
 * @param entropy true to choose questions by entropy, false by Gini's impurity
 * @param seed makes two runs agree, where not all features are looked at
 */
public record DecisionTree(int depth, double features, boolean entropy, long seed)
        implements RowWeighted, Classifier {
    public DecisionTree {
        Checks.atLeast("depth", depth, 0);
        Checks.within("features", features, 0, 1);
    }

    public DecisionTree(int depth, long seed) {
        this(depth, 1, false, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, label, RowWeights.ones(table.rowCount()));
    }

    @Override
    public Model fit(Table table, String label, double[] weights) {
        return on(table, label, name()).fit(weights);
    }

    /** Ranks the columns of rows that several trees are to grow of; an error speaks of this trainer. */
    Ranked on(Table table, String label, String trainer) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = schema.completeRows(table, trainer);
        return new Ranked(
                this,
                schema,
                ClassTrees.of(rows, labels, TrainingInterrupted.beforeTrees(trainer, "trees")),
                Provenance.of(table));
    }

    /** Rows whose columns are ranked, once for all trees of other weights. */
    record Ranked(DecisionTree tree, Schema schema, ClassTrees trees, Provenance provenance) {
        Model fit(double[] weights) {
            var grown =
                    trees.grow(
                            RowWeights.forTrees(weights, trees.columns().rows()),
                            new TreeSettings(
                                    tree.depth, tree.features, tree.entropy, false, tree.seed),
                            TrainingInterrupted.beforeTrees(tree.name(), "trees"));
            return new ForestModel(schema, tree, List.of(grown), provenance);
        }
    }
}
