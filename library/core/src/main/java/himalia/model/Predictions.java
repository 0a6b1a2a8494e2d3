package himalia.model;

import java.util.List;
import tech.tablesaw.api.Table;

/**
 * What a model says of each row; its form is that of the model's target.
 *
 * <pre>{@code
 * model.predict(test).table()             // prediction, p(0), p(1); or the prediction alone
 * model.predict(test).label(0)            // where classes are told apart
 * model.predict(homes).number(0)          // where a number is predicted
 * model.predict(table).group(0)       // where groups were found
 * }</pre>
 *
 * <p>What is asked of another form is refused with an {@link IllegalStateException} that names the one there is.
 */
public sealed interface Predictions
        permits ClassPredictions, NumberPredictions, GroupPredictions, ScorePredictions {
    /** Makes predictions of probabilities: one array a row, one value a class. */
    static ClassPredictions of(List<String> classes, double[][] probabilities) {
        return ClassPredictions.of(classes, probabilities);
    }

    /** Makes predictions of numbers, one a row. */
    static NumberPredictions of(double[] values) {
        return NumberPredictions.of(values);
    }

    /** Returns how many rows were asked for. */
    int size();

    /** Returns one row a prediction: the column {@code prediction}, then what else the form knows. */
    Table table();

    /** Returns these as classes with their probabilities. */
    default ClassPredictions ofClasses() {
        if (this instanceof ClassPredictions classes) {
            return classes;
        }
        throw other();
    }

    /** Returns these as numbers. */
    default NumberPredictions ofNumbers() {
        if (this instanceof NumberPredictions numbers) {
            return numbers;
        }
        throw other();
    }

    private IllegalStateException other() {
        return new IllegalStateException("these predictions are " + has());
    }

    private String has() {
        if (this instanceof NumberPredictions) {
            return "numbers, and have no classes; ask number(row) or numbers()";
        }
        if (this instanceof GroupPredictions) {
            return "groups; ask group(row) or groups()";
        }
        return this instanceof ScorePredictions
                ? "scores of anomaly; ask score(row) or isAnomaly(row)"
                : "classes; ask label(row) or probability(row, class)";
    }

    /** Returns the classes, in the order of the probabilities. */
    default List<String> classes() {
        return ofClasses().classes();
    }

    /** Returns a row's most probable class; of equally probable ones, the first. */
    default String label(int row) {
        return ofClasses().label(row);
    }

    /** Returns every row's most probable class. */
    default List<String> labels() {
        return ofClasses().labels();
    }

    /** Returns how probable it is that a row belongs to a class. */
    default double probability(int row, String className) {
        return ofClasses().probability(row, className);
    }

    /** Returns a row's probabilities, in the order of the classes. */
    default double[] probabilities(int row) {
        return ofClasses().probabilities(row);
    }

    /** Returns every row's probability of one class. */
    default double[] probabilities(String className) {
        return ofClasses().probabilities(className);
    }

    /** Returns the number predicted for a row. */
    default double number(int row) {
        return ofNumbers().number(row);
    }

    /** Returns the number predicted for every row. */
    default double[] numbers() {
        return ofNumbers().numbers();
    }

    /** Returns the group that a row is of, from 0; {@link GroupPredictions#NOISE} for none. */
    default int group(int row) {
        throw other();
    }

    /** Returns the group that every row is of. */
    default int[] groups() {
        throw other();
    }

    /** Returns how unlike the rows that were learnt from a row is; the more, the more unlike. */
    default double score(int row) {
        throw other();
    }

    /** Returns how unlike the others every row is. */
    default double[] scores() {
        throw other();
    }

    /** Returns whether a row is so unlike the others that it is called an anomaly. */
    default boolean isAnomaly(int row) {
        throw other();
    }
}
