package himalia.features.leakage;

import himalia.display.bundle.Amount;
import himalia.display.bundle.Listed;
import himalia.model.Labels;
import himalia.table.LevelCodes;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What names no class: a check compares classes, and has no word on a label of numbers. */
final class LabelClasses {
    /** Of so many whole numbers one asks whether they are classes; a trainer of classes takes them for such, too. */
    private static final int MANY = 20;

    private static final int NAMED = 5;

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

    /** Returns the classes that are learnt, and behind them those that only the test table has: a check goes on without them. */
    static List<String> ofBoth(Table train, Table test, String label) {
        var learnt = Labels.toLearn(train, label).classes();
        return Stream.concat(learnt.stream(), LevelCodes.of(test.column(label)).levels().stream())
                .distinct()
                .toList();
    }

    private static boolean isNumeric(Table table, String label) {
        return table.column(label) instanceof NumericColumn<?>;
    }

    private static boolean areWhole(Table table, String label) {
        return Arrays.stream(numbers(table, label)).allMatch(x -> x == Math.rint(x));
    }

    static List<String> notes(Table train, Table test, String label) {
        var learnt = LevelCodes.of(train.column(label)).levels();
        return Stream.concat(many(train, label, learnt), unlearnt(learnt, test, label)).toList();
    }

    private static Stream<String> many(Table train, String label, List<String> classes) {
        return classes.size() <= MANY || !isNumeric(train, label)
                ? Stream.empty()
                : Stream.of(
                        "the %d different numbers of label '%s' were taken for classes, as trainers of classes do; if it is a number to predict, cut it into ranges first: Columns.cut(table.numberColumn(\"%s\"), …)"
                                .formatted(classes.size(), label, label));
    }

    /** Returns texts whose values are asked on the test table, where there is nothing to ask. */
    static Stream<String> unasked(
            Table train, Table test, String label, List<String> classes, Stream<String> columns) {
        return !Labels.toCompare(test, label, classes).areOfOneClass()
                ? Stream.empty()
                : columns.filter(name -> train.column(name) instanceof StringColumn)
                        .map(
                                name ->
                                        "column '%s' was not asked on the test table what it tells of the label: its rows are of one class"
                                                .formatted(name));
    }

    /** Random splits leave a class of a few rows to the test table alone, and so do samplers that drop rows. */
    private static Stream<String> unlearnt(List<String> learnt, Table test, String label) {
        var asked = LevelCodes.of(test.column(label));
        var known = Set.copyOf(learnt);
        var lacking =
                IntStream.range(0, asked.levels().size())
                        .filter(level -> !known.contains(asked.levels().get(level)))
                        .toArray();
        if (lacking.length == 0) {
            return Stream.empty();
        }
        long rows =
                IntStream.range(0, asked.size())
                        .filter(row -> Arrays.binarySearch(lacking, asked.code(row)) >= 0)
                        .count();
        var first =
                IntStream.of(lacking)
                        .mapToObj(
                                level ->
                                        "row %d is of '%s'"
                                                .formatted(
                                                        asked.firstRow(level),
                                                        asked.levels().get(level)))
                        .toList();
        return Stream.of(
                "%d of %s %s of %s of '%s' that the training table lacks, so that no model predicts %s: %s; put rows of each class into both tables, as Split.stratified does, or leave them out of the test table"
                        .formatted(
                                rows,
                                Amount.of(test.rowCount(), "test row"),
                                rows == 1 ? "is" : "are",
                                lacking.length == 1 ? "a class" : "classes",
                                label,
                                lacking.length == 1 ? "it" : "them",
                                Listed.of(first, NAMED)));
    }

    /** Returns the numbers that are there; none of another column. */
    private static double[] numbers(Table table, String label) {
        return table.column(label) instanceof NumericColumn<?> numbers
                ? Arrays.stream(numbers.asDoubleArray()).filter(x -> !Double.isNaN(x)).toArray()
                : new double[0];
    }
}
