package himalia.model;

import tech.tablesaw.api.Table;

/**
 * One number for how good predictions are; more is better, as by scikit-learn's {@code scoring}. {@code himalia.evaluation.Scoring}
 * has those that are known by name.
 *
 * <pre>{@code
 * Scorer alarms = (predictions, table, label) -> Report.of(predictions, table, label).recall("1");
 * PermutationImportance.of(model, test, "churned", alarms, 5, 42)
 * }</pre>
 */
@FunctionalInterface
public interface Scorer {
    /**
     * Judges predictions by the label of the table they were made for.
     *
     * @param predictions one a row
     * @param table has the label
     * @param label the column that holds the truth
     */
    double score(Predictions predictions, Table table, String label);
}
