package himalia.training;

import himalia.model.Model;
import himalia.model.Trainer;
import tech.tablesaw.api.Table;

/**
 * A trainer that can let some rows count more than others.
 *
 * <pre>{@code
 * RowWeighted trainer = new LogisticRegression(1.0);
 * Model model = trainer.fit(train, "churned", ClassWeights.balanced(train, "churned").ofRows(train, "churned"));
 * }</pre>
 */
public interface RowWeighted extends Trainer {
    /**
     * Learns from a table.
     *
     * @param weights what each row counts, 0 or more
     * @throws IllegalArgumentException if there is not one for each row, or one is no weight
     */
    Model fit(Table table, String label, double[] weights);
}
