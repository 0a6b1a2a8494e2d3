package himalia.training;

import himalia.model.Classifier;
import himalia.model.Labels;
import himalia.model.Model;
import himalia.model.Provenance;
import himalia.model.Schema;
import java.util.Arrays;
import tech.tablesaw.api.Table;

/**
 * Asks the training rows that lie nearest: the classes' shares among them are the probabilities.
 *
 * <pre>{@code
 * Model model = Pipeline.of(new StandardScaler()).train(new KNeighborsClassifier(5)).fit(train, "churned");
 * }</pre>
 *
 * <p>As scikit-learn's of the same name. Distances are Euclid's in the units of the columns, so a {@code StandardScaler} comes before it; of
 * rows as near as each other the lower one is nearer. The model keeps all training rows.
 *
 * @param neighbours how many rows are asked
 * @param byDistance true to let each count by 1 over its distance, so that an equal row alone is asked; false to let all count the same
 */
public record KNeighborsClassifier(int neighbours, boolean byDistance) implements Classifier {
    public KNeighborsClassifier {
        Checks.atLeast("neighbours", neighbours, 1);
    }

    /** Lets all neighbours count the same. */
    public KNeighborsClassifier(int neighbours) {
        this(neighbours, false);
    }

    @Override
    public Model fit(Table table, String label) {
        var labels = Labels.toLearn(table, label);
        var schema = Schema.of(table, labels.target());
        var rows = DistanceRange.toLearn(schema, schema.completeRows(table, name()), name());
        NeighboursModel.checkRows(rows.length, neighbours);
        var says = Arrays.stream(labels.codes()).mapToDouble(code -> code).toArray();
        return new NeighboursModel(
                schema, this, rows, says, neighbours, byDistance, Provenance.of(table));
    }
}
