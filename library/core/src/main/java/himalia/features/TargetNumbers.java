package himalia.features;

import himalia.evaluation.folds.KFold;
import himalia.evaluation.folds.StratifiedKFold;
import himalia.model.Labels;
import himalia.model.NumericLabel;
import himalia.table.ColumnNames;
import himalia.table.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/**
 * A label as numbers whose means tell something: itself, or for classes whether a row is of one.
 *
 * @param values of each row its number, or none where they are classes
 * @param classes the class of each column, or none where there is one column
 * @param codes the class of each row, or none where they are numbers
 */
record TargetNumbers(double[] values, List<String> classes, int[] codes) {
    private static final int MOST_CLASSES = 20;

    static TargetNumbers of(Table table, String label) {
        if (Tables.column(table, label) instanceof NumericColumn<?>) {
            var values = NumericLabel.of(table, label).values();
            var different = different(values);
            if (!areClasses(different, values.length)) {
                return new TargetNumbers(values, List.of(), new int[0]);
            }
            if (different.length == 2) {
                var codes = new int[values.length];
                for (int row = 0; row < codes.length; row++) {
                    codes[row] = values[row] == different[1] ? 1 : 0;
                }
                return new TargetNumbers(new double[0], List.of(), codes);
            }
        }
        var labels = Labels.toLearn(table, label);
        var codes = IntStream.range(0, labels.size()).map(labels::code).toArray();
        var classes = labels.classes();
        return new TargetNumbers(new double[0], classes.size() == 2 ? List.of() : classes, codes);
    }

    /** Returns the fold of each row, with the same shares of classes in all of them. */
    int[] folds(int folds, boolean shuffle, long seed) {
        return codes.length == 0
                ? new KFold(folds, shuffle, seed).foldOfEach(values.length)
                : new StratifiedKFold(folds, shuffle, seed).foldOfEach(codes);
    }

    private static boolean areClasses(double[] different, int rows) {
        return different.length <= MOST_CLASSES
                && different.length <= rows / 2
                && DoubleStream.of(different).allMatch(value -> value == Math.rint(value));
    }

    /** Returns the different numbers, in order, and no more of them than tell that they are no classes. */
    private static double[] different(double[] values) {
        var found = new double[MOST_CLASSES + 1];
        int count = 0;
        for (int row = 0; row < values.length && count < found.length; row++) {
            int known = 0;
            while (known < count && found[known] != values[row]) {
                known++;
            }
            if (known == count) {
                found[count++] = values[row];
            }
        }
        Arrays.sort(found, 0, count);
        return Arrays.copyOf(found, count);
    }

    /** Returns the numbers of which a column has the means; made when they are asked for, since classes may be many. */
    double[] numbers(int column) {
        int one = classes.isEmpty() ? 1 : column;
        return codes.length == 0
                ? values
                : Arrays.stream(codes).mapToDouble(code -> code == one ? 1 : 0).toArray();
    }

    /** Returns the names of the columns that come for a category. */
    List<String> names(String column, ColumnNames taken) {
        return classes.isEmpty()
                ? List.of(taken.add(column))
                : classes.stream().map(each -> taken.add(column + "_" + each)).toList();
    }
}
