package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.model.Labels;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** What names no class: a check compares classes, and has no word on a label of numbers. */
final class LabelClasses {
    /** Of so many whole numbers one asks whether they are classes; a trainer of classes takes them for such, too. */
    private static final int MANY = 20;

    private LabelClasses() {}

    static void check(Table train, Table test, String label) {
        checkPresent(train, "train", "training table", label);
        checkPresent(test, "test", "test table", label);
        // A test table may have as many classes as rows; how many there are to a class tells the
        // training table.
        if (!areWhole(train, label)
                || !areWhole(test, label)
                || isNumeric(train, label) && !Labels.areClasses(train, label)) {
            throw new IllegalArgumentException(
                    "label '%s' holds numbers, and a leakage check compares classes; add a column of ranges to both tables, such as Columns.cut(table.doubleColumn(\"%s\"), 0, 10, 100), name that, and leave '%s' out of the check"
                            .formatted(label, label, label));
        }
    }

    private static void checkPresent(Table table, String name, String what, String label) {
        int missing = Tables.countMissing(table.column(label));
        if (missing > 0) {
            throw new IllegalArgumentException(
                    "label '%1$s' is missing in %2$s of the %3$s; drop %4$s with %5$s.dropWhere(%5$s.column(\"%1$s\").isMissing())"
                            .formatted(
                                    label,
                                    Amount.of(missing, "row"),
                                    what,
                                    missing == 1 ? "it" : "them",
                                    name));
        }
    }

    private static boolean isNumeric(Table table, String label) {
        return table.column(label) instanceof NumericColumn<?>;
    }

    private static boolean areWhole(Table table, String label) {
        return Arrays.stream(numbers(table, label)).allMatch(x -> x == Math.rint(x));
    }

    static List<String> notes(Table train, String label, List<String> classes) {
        return classes.size() <= MANY || !isNumeric(train, label)
                ? List.of()
                : List.of(
                        "the %d different numbers of label '%s' were taken for classes, as trainers of classes do; if it is a number to predict, cut it into ranges first: Columns.cut(table.numberColumn(\"%s\"), …)"
                                .formatted(classes.size(), label, label));
    }

    /** Returns the numbers that are there; none of another column. */
    private static double[] numbers(Table table, String label) {
        return table.column(label) instanceof NumericColumn<?> numbers
                ? Arrays.stream(numbers.asDoubleArray()).filter(x -> !Double.isNaN(x)).toArray()
                : new double[0];
    }
}
