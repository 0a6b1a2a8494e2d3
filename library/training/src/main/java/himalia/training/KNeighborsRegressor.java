package himalia.training;

import himalia.model.Model;
import himalia.model.NumericLabel;
import himalia.model.Provenance;
import himalia.model.Regressor;
import himalia.model.Schema;
import tech.tablesaw.api.Table;

/**
 * Asks the training rows that lie nearest: the mean of their numbers is predicted.
 *
 * <pre>{@code
 * Model model = Pipeline.of(new StandardScaler()).train(new KNeighborsRegressor(5)).fit(homes, "price");
 * }</pre>
 *
 * <p>As scikit-learn's of the same name. Distances are Euclid's in the units of the columns, so a {@code StandardScaler} comes before it; of
 * rows as near as each other the lower one is nearer. The model keeps all training rows.
 *
 * @param neighbours how many rows are asked
 * @param byDistance true to let each count by 1 over its distance, so that an equal row alone is asked; false to let all count the same
 */
public record KNeighborsRegressor(int neighbours, boolean byDistance) implements Regressor {
    public KNeighborsRegressor {
        Checks.atLeast("neighbours", neighbours, 1);
    }

    /** Lets all neighbours count the same. */
    public KNeighborsRegressor(int neighbours) {
        this(neighbours, false);
    }

    @Override
    public Model fit(Table table, String label) {
        var numbers = NumericLabel.of(table, label);
        var schema = Schema.of(table, numbers.target());
        var rows = DistanceRange.toLearn(schema, schema.completeRows(table, name()), name());
        NeighboursModel.checkRows(rows.length, neighbours);
        return new NeighboursModel(
                schema, this, rows, numbers.values(), neighbours, byDistance, Provenance.of(table));
    }
}
