package himalia.training;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import tech.tablesaw.api.Table;

/**
 * Many trees that predict a number, each of rows drawn with replacement; their numbers are averaged.
 *
 * <pre>{@code
 * Model model = new RandomForestRegressor(100, 42).fit(homes, "price");
 * }</pre>
 *
 * <p>L. Breiman (2001): Random Forests. Machine Learning 45, 5–32. As scikit-learn's of the same name, each question looks at all features. Trees
 * are grown as {@link DecisionTreeRegressor} grows one.
 *
 * @param trees how many
 * @param depth how many questions a row is asked at most by each; 0 for as many as it takes
 * @param seed makes two runs agree
 */
public record RandomForestRegressor(int trees, int depth, long seed) implements Regressor {
    public RandomForestRegressor {
        RandomForest.checkSettings(trees, depth, 0);
    }

    /** Grows trees as high as it takes. */
    public RandomForestRegressor(int trees, long seed) {
        this(trees, 0, seed);
    }

    @Override
    public Model fit(Table table, String label) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        var rows = schema.completeRows(table, name());
        var forest = new Forest(name(), trees, seed);
        var grower = NumberTrees.of(rows, numbers, depth, forest.ask());
        var grown =
                forest.grown(
                        (random, ask) ->
                                grower.grow(
                                        Forest.times(
                                                Forest.bootstrap(rows.length, random), rows.length),
                                        ask));
        return new ForestModel(schema, this, grown, Provenance.of(table));
    }
}
