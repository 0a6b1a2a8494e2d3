package himalia.training;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import java.util.List;
import tech.tablesaw.api.Table;

/**
 * One tree of questions about single features that predicts a number, the mean of the training rows of its leaf.
 *
 * <pre>{@code
 * Model model = new DecisionTreeRegressor(4).fit(homes, "price");
 * }</pre>
 *
 * <p>Cuts make the squared error least, as scikit-learn's of the same name; nothing is drawn, so there is no seed. Features
 * are compared as doubles, so that points in time in milliseconds are told apart.
 *
 * @param depth how many questions a row is asked at most; 0 for as many as it takes
 */
public record DecisionTreeRegressor(int depth) implements Regressor {
    public DecisionTreeRegressor {
        Checks.atLeast("depth", depth, 0);
    }

    /** Asks as many questions as it takes. */
    public DecisionTreeRegressor() {
        this(0);
    }

    @Override
    public Model fit(Table table, String label) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        var rows = schema.completeRows(table, name());
        var ask = TrainingInterrupted.beforeTrees(name(), "trees");
        var tree =
                NumberTrees.of(rows, numbers, depth, ask).grow(RowWeights.ones(rows.length), ask);
        return new ForestModel(schema, this, List.of(tree), Provenance.of(table));
    }
}
