package himalia.training;

import static himalia.display.bundle.Given.given;

import himalia.model.SavedAs;

/**
 * An objective of one's own, given by its gradient and Hessian, as XGBoost's {@code obj}.
 *
 * <pre>{@code
 * new CustomObjective("half of the squared error", 20, (margins, labels) ->
 *         Derivatives.ofEach(margins, labels, (margin, label) -> margin - label, (margin, label) -> 1))
 * }</pre>
 *
 * <p>A margin is what the trees add up to, before any link: of a number it is what is predicted, of two classes the log odds of the second one, whose label is 1.
 * Labels are as they stand in the table. Where rows have weights, both derivatives are multiplied by them afterwards. It tells no loss, so that no round is judged by it and early stopping is
 * refused; and as it is Java alone no model file holds it: a loaded model predicts the same, and is not trained again by it.
 *
 * @param title what it is called, in messages and files
 * @param start the margin of all rows before the first tree, finite; a mean of the labels saves rounds
 * @param function gives gradient and Hessian of all rows
 */
public record CustomObjective(String title, double start, Function function)
        implements BoostingObjective, SavedAs {
    /** Gives gradient and Hessian. */
    @FunctionalInterface
    public interface Function {
        /**
         * Computes both for all rows at once.
         *
         * @param margins what the trees so far add up to for each row
         * @param labels the numbers to learn, or 0 and 1 for the first and the second class
         */
        Derivatives of(double[] margins, double[] labels);
    }

    public CustomObjective {
        given(title, "title");
        given(function, "function");
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    "title must name the objective, such as \"asymmetric\", got '%s'"
                            .formatted(title));
        }
        if (!Float.isFinite((float) start)) {
            throw new IllegalArgumentException("start must be a finite number, got " + start);
        }
    }

    @Override
    public Record savedAs() {
        return new WrittenObjective(title);
    }

    @Override
    public String toString() {
        return "custom '%s'".formatted(title);
    }
}
