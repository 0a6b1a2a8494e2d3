package himalia.features.leakage;

import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What names no class: a check compares classes, and has no word on a label of numbers. */
final class LabelClasses {
    /** Smaller tables may well have a class a row. */
    private static final int FEW_ROWS = 20;

    private LabelClasses() {}

    static void check(Table train, Table test, String label) {
        for (var table : List.of(train, test)) {
            if (table.column(label) instanceof NumericColumn<?> numbers && !areClasses(numbers)) {
                throw new IllegalArgumentException(
                        "label '%s' holds numbers, and a leakage check compares classes; add a column of ranges to both tables, such as Columns.cut(table.doubleColumn(\"%s\"), 0, 10, 100), name that, and leave '%s' out of the check"
                                .formatted(label, label, label));
            }
        }
    }

    private static boolean areClasses(NumericColumn<?> column) {
        var numbers = Arrays.stream(column.asDoubleArray()).filter(x -> !Double.isNaN(x)).toArray();
        return Arrays.stream(numbers).allMatch(x -> x == Math.rint(x))
                && (numbers.length < FEW_ROWS
                        || Arrays.stream(numbers).distinct().count() <= numbers.length / 2);
    }
}
