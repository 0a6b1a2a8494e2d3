package himalia.features;

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
 * @param numbers a column of them for each mean
 * @param classes the class of each column, or none where there is one column
 * @param codes the class of each row, or none where they are numbers
 */
record TargetNumbers(double[][] numbers, List<String> classes, int[] codes) {
    private static final int MOST_CLASSES = 20;

    static TargetNumbers of(Table table, String label) {
        var column = Tables.column(table, label);
        if (column instanceof NumericColumn<?> && !areClasses(NumericLabel.of(table, label))) {
            return new TargetNumbers(
                    new double[][] {NumericLabel.of(table, label).values()}, List.of(), new int[0]);
        }
        var labels = Labels.toLearn(table, label);
        var codes = IntStream.range(0, labels.size()).map(labels::code).toArray();
        int count = labels.classes().size();
        return count == 2
                ? new TargetNumbers(new double[][] {isOf(codes, 1)}, List.of(), codes)
                : new TargetNumbers(
                        IntStream.range(0, count)
                                .mapToObj(each -> isOf(codes, each))
                                .toArray(double[][]::new),
                        labels.classes(),
                        codes);
    }

    private static boolean areClasses(NumericLabel label) {
        var different = Arrays.stream(label.values()).distinct().limit(MOST_CLASSES + 1).toArray();
        return different.length <= MOST_CLASSES
                && different.length <= label.values().length / 2
                && DoubleStream.of(different).allMatch(value -> value == Math.rint(value));
    }

    private static double[] isOf(int[] codes, int one) {
        return Arrays.stream(codes).mapToDouble(code -> code == one ? 1 : 0).toArray();
    }

    /** Returns the names of the columns that come for a category. */
    List<String> names(String column, ColumnNames taken) {
        return classes.isEmpty()
                ? List.of(taken.add(column))
                : classes.stream().map(each -> taken.add(column + "_" + each)).toList();
    }
}
