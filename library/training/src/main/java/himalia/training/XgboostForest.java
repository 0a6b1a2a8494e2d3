package himalia.training;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import tech.tablesaw.api.Table;

/**
 * Many trees of drawn rows and features that tell classes apart, by XGBoost: a random forest that is grown in one round, without boosting.
 *
 * <pre>{@code
 * Model model = new XgboostForest(100, 42).fit(train, "churned");
 * Model low = new XgboostForest(100, 6, 0.8, 0.8, 42).fit(train, "churned");     // as XGBRFClassifier where nothing is said
 * }</pre>
 *
 * <p>To the numbers it is {@code XGBRFClassifier} of XGBoost for Python, which is {@code XGBClassifier(n_estimators=1, num_parallel_tree=100,
 * learning_rate=1, subsample=0.8, colsample_bynode=0.8, reg_lambda=1e-5)}. It takes missing values, and as long as a {@link
 * RandomForest}; features are floats of seven digits there, in 256 bins. Where nothing else is said, trees are as high as they come and look at the square
 * root of the features for each question, as scikit-learn's {@code RandomForestClassifier} does; those of depth 6 are four times as quick, and coarse on many rows.
 *
 * <p>Its probabilities are no shares of rows, as those of a {@link RandomForest} are: each tree takes one step of Newton's from the share of the
 * class in all rows, which goes too far where that is small: of a class of 0.10 it may say 0.15 on the mean. They order rows; a {@code
 * CalibratedClassifier} makes shares of them.
 *
 * <p>All trees grow in one round, and an interrupt is not heard before its end.
 *
 * @param trees how many, for each class where there are more than two
 * @param depth how many questions a row is asked at most by each; 0 for as many as it takes
 * @param subsample the share of rows that each tree sees, drawn without replacement, above 0 and at most 1
 * @param features the share of the features that are looked at for each question, above 0 and at most 1; or {@link #SQUARE_ROOT} of their number
 * @param seed makes two runs agree
 */
public record XgboostForest(int trees, int depth, double subsample, double features, long seed)
        implements RowWeighted, Classifier {
    /** In place of a share: as many features are looked at as the square root of their number. */
    public static final double SQUARE_ROOT = 0;

    public XgboostForest {
        Checks.atLeast("trees", trees, 1);
        Checks.atLeast("depth", depth, 0);
        Checks.within("subsample", subsample, 0, 1);
        if (features != SQUARE_ROOT) {
            Checks.within("features", features, 0, 1);
        }
    }

    /** Grows trees as high as they come, each of 0.8 of the rows, and looks at the square root of the features. */
    public XgboostForest(int trees, long seed) {
        this(trees, 0, 0.8, SQUARE_ROOT, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, Labels.toLearn(table, label), new float[0]);
    }

    @Override
    public Model fit(Table table, String label, double[] weights) {
        var labels = Labels.toLearn(table, label);
        return fit(table, labels, RowWeights.forXgboost(weights, labels.size()));
    }

    private Model fit(Table table, Labels labels, float[] weights) {
        var schema = Schema.of(table, labels.target());
        var goal = GradientBoosting.goal(labels, weights);
        return new XgboostModel(
                schema,
                this,
                grown(name(), table, schema, goal),
                XgboostModel.Scale.NONE,
                Provenance.of(table));
    }

    /** Grows the trees for the trainer of this name, whatever they predict. */
    Booster grown(String name, Table table, Schema schema, Boosting.Goal goal) {
        // All trees grow in the one round.
        long cells = (long) table.rowCount() * table.columnCount() * trees;
        Map<String, Object> settings =
                Map.of(
                        "num_parallel_tree",
                        trees,
                        "nthread",
                        Threads.worthwhile(cells, Boosting.CELLS_FOR_A_THREAD),
                        "max_depth",
                        depth,
                        "eta",
                        1,
                        "subsample",
                        subsample,
                        "colsample_bynode",
                        share(schema.features().size()),
                        "lambda",
                        1e-5);
        return new Boosting(name, seed).grown(table, schema, goal.with(settings));
    }

    /** XGBoost cuts the fraction of features off, and a half more is cut off wherever rounding has led. */
    private double share(int count) {
        return features == SQUARE_ROOT ? Math.min(1, Forest.root(count) + 0.5 / count) : features;
    }
}
