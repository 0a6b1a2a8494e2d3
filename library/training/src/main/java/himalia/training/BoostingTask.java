package himalia.training;

import static himalia.display.bundle.Given.given;

import java.util.Map;

/**
 * What a {@link BoostingPlace} is given: rows, and how trees are to be grown on them.
 *
 * <pre>{@code
 * BoostingPlace asking = task -> {
 *     throw new IllegalStateException(task.rounds() + " rounds of depth " + task.parameters().get("max_depth"));
 * };
 * }</pre>
 *
 * @param name who learns, for messages
 * @param rows the features, a row an example; NaN is missing
 * @param labels the class of each row, from 0
 * @param weights what each row counts; empty where all count the same
 * @param parameters XGBoost's own
 * @param rounds how many trees are grown for each class
 */
public record BoostingTask(
        String name,
        double[][] rows,
        float[] labels,
        float[] weights,
        Map<String, String> parameters,
        int rounds) {
    public BoostingTask {
        given(name, "name");
        given(rows, "rows");
        given(labels, "labels");
        given(weights, "weights");
        parameters = Map.copyOf(given(parameters, "parameters"));
    }
}
