package himalia.model;

import static himalia.display.bundle.Given.given;

import java.util.Arrays;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * What a model says of each row where it predicts a number.
 *
 * <pre>{@code
 * double[] prices = model.predict(homes).numbers();
 * }</pre>
 */
public final class NumberPredictions implements Predictions {
    private final double[] values;

    private NumberPredictions(double[] values) {
        this.values = values;
    }

    /** Makes predictions, one a row. */
    public static NumberPredictions of(double[] values) {
        given(values, "values");
        return new NumberPredictions(values.clone());
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public double number(int row) {
        return values[PredictedRow.checked(row, size())];
    }

    @Override
    public double[] numbers() {
        return values.clone();
    }

    @Override
    public Table table() {
        return Table.create("predictions", DoubleColumn.create("prediction", values));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NumberPredictions that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "%d predictions of a number".formatted(size());
    }
}
