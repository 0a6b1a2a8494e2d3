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
 * }</pre>
 *
 * <p>What is asked of another form is refused with an {@link IllegalStateException} that names the one there is.
 */
public sealed interface Predictions permits ClassPredictions, NumberPredictions {
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
        throw new IllegalStateException(
                "these predictions are numbers, and have no classes; ask number(row) or numbers()");
    }

    /** Returns these as numbers. */
    default NumberPredictions ofNumbers() {
        if (this instanceof NumberPredictions numbers) {
            return numbers;
        }
        throw new IllegalStateException(
                "these predictions are classes; ask label(row) or probability(row, class)");
    }

    /** Returns the classes, in the order of the probabilities. */
    default List<String> classes() {
        return ofClasses().classes();
    }

    /** Returns a row's most probable class; of two equally probable ones, the positive one. */
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
}
