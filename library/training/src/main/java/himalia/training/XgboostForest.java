package himalia.training;

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
 * Model high = new XgboostForest(100, 0, 0.8, 0.2, 42).fit(train, "churned");    // as high as it takes
 * }</pre>
 *
 * <p>As {@code XGBRFClassifier} of XGBoost for Python ({@code num_parallel_tree}, a rate of 1, {@code reg_lambda} 0.00001), to the numbers. It
 * takes missing values, and a fraction of the time of a {@link RandomForest}; features are floats there, of seven digits, in 256 bins.
 *
 * <p>Its probabilities are no shares of rows: each tree takes one step of Newton's from the share of the class in all rows, and steps too
 * far for a class that is rare. They order rows; take a {@code CalibratedClassifier} or a {@link RandomForest} where they are to be believed, or a
 * {@code ThresholdTuner} where rows are to be told apart.
 *
 * <p>All trees grow in one round, which hears no interrupt before its end.
 *
 * @param trees how many, for each class where there are more than two
 * @param depth how many questions a row is asked at most by each; 0 for as many as it takes
 * @param subsample the share of rows that each tree sees, drawn without replacement, above 0 and at most 1
 * @param features the share of the features that are looked at for each question, above 0 and at most 1
 * @param seed makes two runs agree
 */
public record XgboostForest(int trees, int depth, double subsample, double features, long seed)
        implements RowWeighted {
    public XgboostForest {
        Checks.atLeast("trees", trees, 1);
        Checks.atLeast("depth", depth, 0);
        Checks.within("subsample", subsample, 0, 1);
        Checks.within("features", features, 0, 1);
    }

    /** Grows trees of depth 6, each of 0.8 of the rows, and looks at 0.8 of the features. */
    public XgboostForest(int trees, long seed) {
        this(trees, 6, 0.8, 0.8, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        return fit(table, Labels.toLearn(table, label), new float[0]);
    }

    @Override
    public Model fit(Table table, String label, double[] weights) {
        var labels = Labels.toLearn(table, label);
        var checked = Checks.weights(weights, labels.size());
        return fit(table, labels, GradientBoosting.floats(checked));
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
        Map<String, Object> settings =
                Map.of(
                        "num_parallel_tree", trees,
                        "max_depth", depth,
                        "eta", 1,
                        "subsample", subsample,
                        "colsample_bynode", features,
                        "lambda", 1e-5);
        return new Boosting(name, seed).grown(table, schema, goal.with(settings));
    }
}
