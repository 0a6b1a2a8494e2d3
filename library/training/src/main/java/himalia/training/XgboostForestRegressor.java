package himalia.training;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import tech.tablesaw.api.Table;

/**
 * Many trees of drawn rows and features that predict a number, by XGBoost: a random forest that is grown in one round, without boosting.
 *
 * <pre>{@code
 * Model model = new XgboostForestRegressor(100, 42).fit(homes, "price");
 * model.predict(others).number(0)
 * }</pre>
 *
 * <p>As {@code XGBRFRegressor} of XGBoost for Python. What is said of floats and missing values at {@link GradientBoostingRegressor}, and of the
 * one round at {@link XgboostForest}, holds here too.
 *
 * @param trees how many
 * @param depth how many questions a row is asked at most by each; 0 for as many as it takes
 * @param subsample the share of rows that each tree sees, drawn without replacement, above 0 and at most 1
 * @param features the share of the features that are looked at for each question, above 0 and at most 1; or {@link XgboostForest#SQUARE_ROOT} of their number
 * @param seed makes two runs agree
 */
public record XgboostForestRegressor(
        int trees, int depth, double subsample, double features, long seed) implements Regressor {
    public XgboostForestRegressor {
        new XgboostForest(trees, depth, subsample, features, seed);
    }

    /**
     * Grows trees of depth 6, each of 0.8 of the rows, and looks at 0.8 of the features.
     *
     * <p>Unlike those of {@link XgboostForest} they are not as high as they come: of numbers nearly every row would have a leaf, which takes a hundred times
     * as long. Where rows are many, a depth of 12 is nearer to them.
     */
    public XgboostForestRegressor(int trees, long seed) {
        this(trees, 6, 0.8, 0.8, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        var scale = FloatRange.scale(numbers);
        var booster =
                new XgboostForest(trees, depth, subsample, features, seed)
                        .grown(
                                name(),
                                table,
                                schema,
                                GradientBoostingRegressor.goal(numbers, scale));
        return new XgboostModel(schema, this, booster, scale, Provenance.of(table));
    }
}
