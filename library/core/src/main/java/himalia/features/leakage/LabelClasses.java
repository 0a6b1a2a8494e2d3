package himalia.features.leakage;

import java.util.Arrays;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What names no class: a check compares classes, and has no word on a label of numbers. */
final class LabelClasses {
    /** Smaller tables may well have a class a row. */
    private static final int FEW_ROWS = 20;

    private LabelClasses() {}

    static void check(Table train, Table test, String label) {
        // A test table may have as many classes as rows; how many there are to a class tells the
        // training table.
        if (!areWhole(train, label) || !areWhole(test, label) || !areFew(train, label)) {
            throw new IllegalArgumentException(
                    "label '%s' holds numbers, and a leakage check compares classes; add a column of ranges to both tables, such as Columns.cut(table.doubleColumn(\"%s\"), 0, 10, 100), name that, and leave '%s' out of the check"
                            .formatted(label, label, label));
        }
    }

    private static boolean areWhole(Table table, String label) {
        return Arrays.stream(numbers(table, label)).allMatch(x -> x == Math.rint(x));
    }

    private static boolean areFew(Table table, String label) {
        var numbers = numbers(table, label);
        return numbers.length < FEW_ROWS
                || Arrays.stream(numbers).distinct().count() <= numbers.length / 2;
    }

    /** Returns the numbers that are there; none of another column. */
    private static double[] numbers(Table table, String label) {
        return table.column(label) instanceof NumericColumn<?> numbers
                ? Arrays.stream(numbers.asDoubleArray()).filter(x -> !Double.isNaN(x)).toArray()
                : new double[0];
    }
}
