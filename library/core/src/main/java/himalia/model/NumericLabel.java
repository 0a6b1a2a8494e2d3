package himalia.model;

import static himalia.display.bundle.Given.given;

import himalia.table.Tables;
import java.util.Arrays;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * The numbers that a table's rows are to be predicted as.
 *
 * <pre>{@code
 * double[] prices = NumericLabel.of(homes, "price").values();
 * }</pre>
 *
 * @param name the column's name
 * @param values one number a row, all of them finite
 */
public record NumericLabel(String name, double[] values) {
    public NumericLabel {
        given(name, "name");
        given(values, "values");
    }

    /**
     * Reads the label of a table, to learn from or to compare with.
     *
     * @throws IllegalArgumentException if there are no rows, no such column, no numbers, or some are missing or infinite
     */
    public static NumericLabel of(Table table, String label) {
        var column = Tables.column(table, label);
        if (table.rowCount() == 0) {
            throw new IllegalArgumentException(
                    "the table has no rows; there is nothing to learn from");
        }
        if (!(column instanceof NumericColumn<?> numbers)) {
            throw new IllegalArgumentException(
                    "label '%s' holds %s, and a regressor predicts numbers; tell its values apart by a classifier such as GradientBoosting"
                            .formatted(label, Tables.kind(column)));
        }
        Labels.checkPresent(column);
        var values = Tables.doubles(numbers);
        for (int row = 0; row < values.length; row++) {
            if (Double.isInfinite(values[row])) {
                throw new IllegalArgumentException(
                        "label '%s' is infinite in row %d; drop that row".formatted(label, row));
            }
        }
        return new NumericLabel(label, values);
    }

    /**
     * Returns whether a column holds numbers that name no classes: some are not whole, or they are too many; see {@link
     * Labels#areClasses}.
     *
     * <pre>{@code
     * NumericLabel.isIn(homes, "price")   // true
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public static boolean isIn(Table table, String label) {
        if (!(Tables.column(table, label) instanceof NumericColumn<?> numbers)) {
            return false;
        }
        boolean areWhole =
                Arrays.stream(numbers.asDoubleArray())
                        .allMatch(x -> Double.isNaN(x) || x == Math.rint(x));
        return !areWhole || table.rowCount() > 0 && !Labels.areClasses(table, label);
    }

    /** Returns this number as what a model predicts. */
    public Target.Numbers target() {
        return new Target.Numbers(name);
    }
}
